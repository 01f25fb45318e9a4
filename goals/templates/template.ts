import type { Localized } from "../../src/i18n/locale.ts";
import type { KpiId } from "../../src/kpis/index.ts";
import type { Goal } from "../goal.ts";

/** A goal to start from: what it fills in, people change before they save. S2 names thirteen. */
export interface GoalTemplate {
  /** What is typed behind `from`: one word in small letters. */
  readonly id: string;
  readonly title: Localized;
  /** Why it matters to customers. */
  readonly why: Localized;
  readonly kpi: KpiId;
  /** Filters and options, as people type them: `channel:email within:1h`. */
  readonly only: string;
  /** As people type it: a value, or a change in percent or points (`-20%`, `+5pp`). */
  readonly target: string;
  readonly direction: Goal["direction"];
  /** What must not get worse meanwhile. */
  readonly guardrails: readonly KpiId[];
  /** What the source says of such a goal. */
  readonly hint: Localized;
}

export const defineTemplate = <const T extends GoalTemplate>(template: T): T => template;
