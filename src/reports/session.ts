import type { KindId } from "../kinds/index.ts";
import { inputsOf } from "../kpis/evaluate.ts";
import type { Input } from "../kpis/inputs.ts";
import type { Filters } from "../kpis/where.ts";
import type { PeriodSettings, Window } from "../periods/period.ts";
import { measureExtent, type Extent } from "../records/query-extent.ts";
import { countBySlot } from "../records/query-hours.ts";
import { readyMadeInputs } from "../records/query-measures.ts";
import { setAsideReasons, type SetAside } from "../records/query-set-aside.ts";
import { rememberAnswers } from "../records/remember-answers.ts";
import type { RecordStore, SourceState, WorkingTime } from "../records/store.ts";
import type { FreshnessRule } from "./freshness.ts";
import { createMeasuring, type Measuring } from "./measuring.ts";
import { dueBefore } from "./past-due.ts";
import type { Held, Plan, ReportSettings } from "./plan.ts";
import { readMany, type ReadingsAsked } from "./read-many.ts";
import type { Reading } from "./reading.ts";

/** What reports are made with. */
export interface ReportParts {
  readonly records: RecordStore;
  readonly periods: PeriodSettings;
  /** The same for one team: its own workdays, where it has a calendar of its own. */
  readonly periodsOf: (team: string) => PeriodSettings;
  /** Null where every second is working time. */
  readonly workingTime: WorkingTime | null;
  readonly settings: ReportSettings;
  /** Records from before that instant are dropped; null or left out: none is. */
  readonly keptFrom?: (now: Date) => Date | null;
  /** Agents who stand beside no figure. */
  readonly optedOut: readonly string[];
  readonly freshness: FreshnessRule;
  /** Whether what happened after now reads as not yet happened: with a stopped clock. */
  readonly hideLater: boolean;
}

/** One question's view of the records: one instant, one set of kinds, whatever a pull brings meanwhile. */
export interface Session {
  readonly now: Date;
  readonly held: Held;
  readonly states: readonly SourceState[];
  readonly setAside: readonly SetAside[];
  /** Whether a source is being read for the first time: what it has will come in a moment. */
  readonly isFirstReading: boolean;
  readonly measuring: Measuring;
  /** How a KPI stood in each window, in their order. */
  readonly readings: (
    plan: Plan,
    windows: readonly Window[],
    where: Filters,
  ) => Promise<readonly Reading[]>;
  /** The same of many KPIs and parts of the desk at once, in few statements. */
  readonly readMany: (asked: readonly ReadingsAsked[]) => Promise<readonly (readonly Reading[])[]>;
  /** The records of each input, of kinds held, in each quarter of an hour of a window. */
  readonly countBySlot: (
    inputs: readonly Input[],
    window: Window,
    where: Filters,
  ) => Promise<readonly ReadonlyMap<number, number>[]>;
  /** From when to when there are data for a KPI. */
  readonly extent: (plan: Plan) => Promise<Extent | null>;
}

export async function openSession(parts: ReportParts, now: Date): Promise<Session> {
  const { periods, workingTime, hideLater } = parts;
  const records = rememberAnswers(parts.records);
  const pulling = records.pulling();
  const [held, states] = await Promise.all([heldIn(records), records.sourceStates()]);
  const setAside = states.some(({ badRows }) => badRows > 0) ? await setAsideReasons(records) : [];
  const { zone } = periods;
  const measuring = createMeasuring(records, held, { now, hideLater, zone, workingTime });
  const hideAfter = hideLater ? now : null;

  const extent = async (plan: Plan): Promise<Extent | null> =>
    reachOf(
      await measureExtent(records, inputsOf(plan.formula), {
        held: held.kinds,
        zone,
        hideAfter,
      }),
      statesOf(plan, states),
      now,
    );

  return {
    now,
    held,
    states,
    setAside,
    isFirstReading: pulling.some((name) => !states.some((each) => wasRead(each, name))),
    measuring,
    extent,
    countBySlot: async (inputs, window, where) =>
      Promise.all(
        inputs.map(async (input) =>
          countBySlot(records, input, {
            window,
            where,
            hideAfter,
            dueBefore: (seconds, clock) => dueBefore(workingTime, now, seconds, clock),
          }),
        ),
      ),
    readings: async (plan, windows, where) => {
      const [readings] = await readMany([{ plan, windows, where }], { measuring, extent });
      return readings ?? [];
    },
    readMany: (asked) => readMany(asked, { measuring, extent }),
  };
}

const wasRead = ({ source, succeededAt }: SourceState, name: string): boolean =>
  source === name && succeededAt !== null;

export async function heldIn(records: RecordStore): Promise<Held> {
  const kinds = await records.kindsHeld();
  const readyMade = kinds.has("measures") ? await readyMadeInputs(records) : new Set<string>();
  return { kinds, readyMade };
}

/** The sources that feed the kinds a KPI is made of; ready-made figures may feed any. */
export function statesOf(
  { formula }: Plan,
  states: readonly SourceState[],
): readonly SourceState[] {
  const used: ReadonlySet<KindId> = new Set(inputsOf(formula).map(({ kind }) => kind));
  return states.filter(({ kinds }) => kinds.some((kind) => used.has(kind) || kind === "measures"));
}

/** A source that was read up to an instant says: until then there was nothing more. */
function reachOf(extent: Extent | null, states: readonly SourceState[], now: Date): Extent | null {
  if (extent === null) return null;
  const ends = states.flatMap(({ asOf }) => (asOf === null ? [] : [Math.min(+asOf, +now)]));
  return { ...extent, newest: new Date(Math.max(+extent.newest, ...ends)) };
}
