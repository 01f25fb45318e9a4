import { randomUUID } from "node:crypto";
import type { Goal } from "../goals/goal.ts";
import { unitOf } from "../goals/scale.ts";
import { goalSentence } from "../src/digests/goal-sentence.ts";
import { say } from "../src/i18n/say.ts";
import { formatQuantity } from "../src/quantities/format-quantity.ts";
import type { Asker, Form, FormValues } from "./command.ts";
import {
  channelField,
  checkpointOwnersField,
  deadlineField,
  fieldWith,
  ownerField,
  severityField,
  targetField,
  whyField,
} from "./goal-fields.ts";

/** What may change; the KPI and its part of the desk may not: that would be another goal. */
export function editForm(goal: Goal, { locale }: Asker): Form {
  const values: FormValues = {
    target: formatQuantity(goal.target, unitOf(goal), locale),
    deadline: goal.deadline,
    owner: goal.owner,
    checkpoint_owners: goal.checkpointOwners.length === 0 ? null : goal.checkpointOwners.join(","),
    severity: goal.severity,
    post_to: goal.channel,
    why: goal.why,
  };
  return {
    kind: "form",
    command: "goal",
    state: `edit:${goal.id}:${goal.revision}:${randomUUID()}`,
    title: say(locale, (t) => t.goals.editTitle, { id: goal.id }),
    submit: say(locale, (t) => t.goals.form.submit),
    notices: [goalSentence(goal, locale)],
    fields: [
      ...(goal.upTo === undefined ? [targetField(unitOf(goal), values, locale)] : []),
      deadlineField(values, locale),
      ownerField(values, locale),
      checkpointOwnersField(values, locale),
      severityField(values, locale),
      channelField(values, locale),
      whyField(values, locale),
      fieldWith(values)("reason", {
        label: say(locale, (t) => t.goals.form.reason),
        hint: say(locale, (t) => t.goals.form.reasonHint),
        type: "text",
        optional: true,
      }),
    ],
  };
}
