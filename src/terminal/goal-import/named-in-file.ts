import type { WrittenGoal } from "../../../goals/read-goals-yaml.ts";
import type { Goal } from "../../../goals/goal.ts";
import type { Locale } from "../../i18n/locale.ts";
import type { TerminalApp } from "../app.ts";
import { namedFaults, type NamedField } from "../named-faults.ts";
import type { GoalFault } from "./read-fields.ts";
import type { ReadGoal } from "./read-goal.ts";

/** What Slack has against whom and where a goal of a file names; one that is over calls nobody. */
export async function namedInFile(
  read: ReadGoal,
  { lineOf }: WrittenGoal,
  checkNamed: TerminalApp["checkNamed"],
  locale: Locale,
): Promise<readonly GoalFault[]> {
  const goal = goalIn(read);
  if (goal === null || goal.archived) return [];
  const faults = await Promise.all(
    namedBy(goal).map(async (each) =>
      (await namedFaults(checkNamed, [each], locale)).map((text) => ({
        line: lineOf(each.field),
        text,
      })),
    ),
  );
  return faults.flat();
}

function goalIn(read: ReadGoal): Omit<Goal, "id"> | null {
  if (read.kind === "fresh") return read.fresh.goal;
  return read.kind === "changed" ? read.goal : null;
}

/** That the owner left is known already, and somebody is asked to take over. */
const namedBy = ({
  owner,
  ownerGone,
  checkpointOwners,
  channel,
}: Omit<Goal, "id">): readonly NamedField[] => [
  ...(ownerGone === owner ? [] : [{ field: "owner", named: { person: owner } }]),
  ...checkpointOwners.map((person) => ({ field: "checkpoint_owners", named: { person } })),
  ...(channel === null ? [] : [{ field: "channel", named: { channel } }]),
];
