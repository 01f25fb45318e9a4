import { Document, isMap, isSeq, type YAMLMap } from "yaml";
import type { Goal } from "./goal.ts";
import { toFileFields } from "./goal-file.ts";

const head = ` Goals of Goalpost. “goalpost goal import <file>” reads them back: a goal that is there is changed,
 another is new. Values are in the KPI's own unit: percent 0-100, times in seconds.`;

/** Goals as YAML to read, edit and bring back; above each stands what `sentence` says of it. */
export function goalsToYaml(goals: readonly Goal[], sentence: (goal: Goal) => string): string {
  const file = new Document({ goals: goals.map(toFileFields) });
  file.commentBefore = head;
  const list = file.get("goals");
  if (isSeq(list)) {
    list.flow = goals.length === 0;
    for (const [at, item] of list.items.entries()) {
      const goal = goals[at];
      if (isMap(item) && goal !== undefined) describe(item, goal, sentence, at > 0);
    }
  }
  return file.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function describe(
  item: YAMLMap,
  goal: Goal,
  sentence: (goal: Goal) => string,
  isApart: boolean,
): void {
  item.commentBefore = ` ${sentence(goal).replaceAll(/\s+/gu, " ")}`;
  item.spaceBefore = isApart;
}
