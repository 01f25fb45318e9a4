import { isDeepStrictEqual } from "node:util";
import { editedFields, type Goal } from "../../../goals/goal.ts";
import { isRunning } from "../../../goals/is-running.ts";
import { lookedAfter } from "../../../goals/looked-after.ts";
import { stepsTowards } from "../../../goals/steps.ts";
import { toSnake } from "../../../goals/goal-file.ts";
import type { WrittenGoal } from "../../../goals/read-goals-yaml.ts";
import type { Asker } from "../../../commands/command.ts";
import type { Desk } from "../../../commands/desk.ts";
import { isEased } from "../../../commands/goal-edit-rules.ts";
import type { ChangedGoal, NewGoal } from "../../documents/import-goals.ts";
import { say } from "../../i18n/say.ts";
import { localDay } from "../../periods/local-day.ts";
import { checkWritten, type Written } from "./check-written.ts";
import { readFields, type GoalFault, type GoalFields } from "./read-fields.ts";

type Held = ReadonlyMap<string, Goal>;

/** What a goal of a file comes to. */
export type ReadGoal =
  | { readonly kind: "same"; readonly id: string }
  | ({ readonly kind: "changed"; readonly changed: ChangedGoal; readonly goal: Goal } & LetBe)
  | ({ readonly kind: "fresh"; readonly fresh: NewGoal } & LetBe)
  | { readonly kind: "faults"; readonly faults: readonly GoalFault[] };

interface LetBe {
  /** What the rules have against it, though they let it be. */
  readonly warnings: readonly string[];
}

/** Reads one goal of a file by the rules of the form; `held` are the goals there are, by id. */
export async function readGoal(
  written: WrittenGoal,
  held: Held,
  asker: Asker,
  desk: Desk,
): Promise<ReadGoal> {
  const read = readFields(written, asker.locale);
  if ("faults" in read) return { kind: "faults", faults: read.faults };
  const { id } = read.fields;
  const before = id === undefined ? undefined : held.get(id);
  return before === undefined
    ? readFresh(written, read.fields, held, asker, desk)
    : readChange(written, read.fields, { before, held }, asker, desk);
}

async function readFresh(
  written: WrittenGoal,
  { id, reason: _reason, ...fields }: GoalFields,
  held: Held,
  asker: Asker,
  desk: Desk,
): Promise<ReadGoal> {
  const beside = { before: null, ownedGoals: chargedWith(fields, held.values(), desk) };
  const checked = await checkWritten(written, fields, beside, asker, desk);
  if ("faults" in checked) return { kind: "faults", faults: checked.faults };
  const { goal, warnings } = checked;
  return { kind: "fresh", fresh: { id: id ?? null, goal }, warnings };
}

/** What may differ from the goal that is there; all else that the file says must be as it is. */
const changeable = new Set<string>([
  ...editedFields.filter((field) => field !== "state"),
  "upTo",
  "outOf",
  "paused",
  "archived",
]);

/** Written for people to read: what the file says of these changes nothing. */
const told = new Set(["checkIns", "accepted"]);

async function readChange(
  written: WrittenGoal,
  { reason, ...fields }: GoalFields,
  { before, held: goals }: { readonly before: Goal; readonly held: Held },
  asker: Asker,
  desk: Desk,
): Promise<ReadGoal> {
  const { id } = before;
  const given = Object.keys(fields).filter((field) => !told.has(field));
  const held: ReadonlyMap<string, unknown> = new Map(Object.entries(before));
  const differing = given.filter(
    (field) => !isDeepStrictEqual(new Map(Object.entries(fields)).get(field), held.get(field)),
  );
  if (differing.length === 0) return { kind: "same", id };
  const fixed = differing.filter((field) => !changeable.has(field));
  if (fixed.length > 0) {
    const faults = fixed.map((field) => ({
      line: written.lineOf(field),
      text: say(asker.locale, (t) => t.people.import.fixed, { id, field: toSnake(field) }),
    }));
    return { kind: "faults", faults };
  }
  const becomes = { ...before, ...fields };
  const others = [...goals.values()].filter((goal) => goal.id !== id);
  const isCharged = differing.includes("owner") || differing.includes("checkpointOwners");
  const ownedGoals = isCharged ? chargedWith(becomes, others, desk) : 0;
  const checked = await checkWritten(written, becomes, { before, ownedGoals }, asker, desk);
  if ("faults" in checked) return { kind: "faults", faults: checked.faults };
  const goal = { ...before, ...checked.goal };
  if (isEased(before, goal) && (reason ?? "").trim() === "") {
    const text = say(asker.locale, (t) => t.people.import.reason, { id });
    return { kind: "faults", faults: [{ line: written.lineOf("target"), text }] };
  }
  return {
    kind: "changed",
    changed: { id, change: changeOf(goal), reason: reason?.trim() || null },
    goal,
    warnings: checked.warnings,
  };
}

/** One that does not run charges nobody. */
function chargedWith(fields: Written, others: Iterable<Goal>, { clock, periods }: Desk): number {
  const { draft = false, paused = false, archived = false, owner = "" } = fields;
  if (!isRunning({ draft, paused, archived })) return 0;
  const charge = { owner, checkpointOwners: fields.checkpointOwners ?? [] };
  return lookedAfter(charge, others, localDay(clock.now(), periods.zone));
}

type Change = ChangedGoal["change"];

/** All that may change; what is not there is a type error, and never lost. */
function changeOf(goal: Goal): Required<Omit<Change, "surveyEvery" | "renews">> & Change {
  const { target, upTo, outOf, deadline, checkpoints, owner, checkpointOwners, severity, ...rest } =
    goal;
  const { channel, why, guardrails, direction, surveyEvery, renews, paused, archived } = rest;
  const steps = stepsTowards(goal, goal);
  const first = {
    target,
    upTo,
    outOf,
    steps,
    deadline,
    checkpoints,
    owner,
    checkpointOwners,
    severity,
  };
  const then = { channel, why, guardrails, direction, paused, archived };
  return {
    ...first,
    ...then,
    ...(surveyEvery !== undefined && { surveyEvery }),
    ...(renews !== undefined && { renews }),
  };
}
