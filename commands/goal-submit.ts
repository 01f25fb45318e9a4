import { say } from "../src/i18n/say.ts";
import { may } from "../src/people/may.ts";
import type { Asker, FormValues, Submitted } from "./command.ts";
import type { Desk } from "./desk.ts";
import { carried, confirmForm } from "./goal-confirm.ts";
import { readState } from "./goal-form.ts";
import { readPlan } from "./goal-plan.ts";
import { severalText, splitTargets, writeNext } from "./next-goals.ts";
import { kpiNamed } from "./only-for.ts";
import { refusal } from "./page.ts";

/** Checks the form as it came back, and says the goal once more to be confirmed; or what is wrong where. */
export async function submitGoal(
  state: string,
  typed: FormValues,
  asker: Asker,
  desk: Desk,
): Promise<Submitted> {
  const { locale } = asker;
  if (!may(asker.role, "set_goal")) {
    return { ok: true, reply: refusal([say(locale, (t) => t.goals.notAllowed)]) };
  }
  const kpi = kpiNamed(typed["kpi"] ?? null);
  const { target, next: beside } = splitTargets(kpi, typed["target"] ?? "");
  const next = [...beside, ...readState(state).next];
  const values = { ...typed, target: target || null, next: writeNext(next) || null };
  const plan = await readPlan(state, values, asker, desk);
  if ("errors" in plan) return { ok: false, errors: plan.errors };
  const kept = carried(plan, values);
  return kept.ok
    ? {
        ok: true,
        reply: confirmForm(plan, kept.values, locale, severalText(kpi, next, locale)),
      }
    : {
        ok: false,
        errors: {
          [kept.field]: say(locale, (t) => t.goalCoach.confirm.tooLong, { most: kept.most }),
        },
      };
}
