import { randomUUID } from "node:crypto";
import type { Goal } from "../goals/goal.ts";
import { unitOf } from "../goals/scale.ts";
import { goalSentence } from "../src/digests/goal-sentence.ts";
import { settleKind } from "../src/digests/measure.ts";
import { say } from "../src/i18n/say.ts";
import { isKpiId } from "../src/kpis/index.ts";
import { localDay } from "../src/periods/local-day.ts";
import type { Asker, Form, FormValues } from "./command.ts";
import { fieldWith } from "./field-with.ts";
import type { Desk } from "./desk.ts";
import { aimWords } from "./goal-aim-words.ts";
import {
  bandField,
  channelField,
  checkpointsField,
  checkpointOwnersField,
  deadlineField,
  directionField,
  guardrailsField,
  ownerField,
  severityField,
  newTargetField,
  whyField,
} from "./goal-fields.ts";
import { checkpointsAhead } from "./goal-edit-checkpoints.ts";
import { presentOf, presentTexts, untilOf } from "./goal-present.ts";
import { surveyFields } from "./goal-survey.ts";

/** What may change; the KPI and its part of the desk may not: that would be another goal. */
export async function editForm(goal: Goal, asker: Asker, desk: Desk): Promise<Form> {
  const { locale } = asker;
  const present = await presentOf(await settleKind(desk.reports, goal), locale, desk);
  const kpi = isKpiId(goal.kpi) ? goal.kpi : null;
  const currency = present.answer?.currency;
  const values: FormValues = {
    target: aimWords(goal, localDay(desk.clock.now(), desk.periods.zone), locale, currency),
    direction: goal.direction,
    deadline: goal.deadline,
    owner: goal.owner,
    checkpoint_owners: goal.checkpointOwners.length === 0 ? null : goal.checkpointOwners.join(","),
    severity: goal.severity,
    post_to: goal.channel,
    guardrails: goal.guardrails.join(", "),
    why: goal.why,
    survey_every: goal.surveyEvery ?? null,
  };
  return {
    kind: "form",
    command: "goal",
    state: `edit:${goal.id}:${goal.revision}:${randomUUID()}`,
    title: say(locale, (t) => t.goals.editTitle, { id: goal.id }),
    submit: say(locale, (t) => t.goals.form.submit),
    notices: [
      goalSentence(goal, locale, currency),
      ...presentTexts(present, untilOf(values, desk), asker),
    ],
    fields: [
      ...(goal.upTo === undefined
        ? [newTargetField(unitOf(goal), values, locale), directionField(values, locale)]
        : // A band stays one, and is kept.
          [bandField(unitOf(goal), values, locale)]),
      deadlineField(values, locale),
      checkpointsField({ text: checkpointsAhead(goal, desk), proposedFor: null }, locale),
      ownerField(values, locale),
      checkpointOwnersField(values, locale),
      severityField(values, locale),
      channelField(values, locale),
      guardrailsField(kpi, values, locale),
      ...surveyFields(kpi, values, locale),
      whyField(values, locale),
      fieldWith(values)("reason", {
        label: say(locale, (t) => t.goals.form.reason),
        hint: say(locale, (t) => t.goalRules.reasonHint),
        type: "text",
        optional: true,
      }),
    ],
  };
}
