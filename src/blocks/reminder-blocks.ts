import type { Reminder } from "../digests/outgoing.ts";
import { say } from "../i18n/say.ts";
import type { DrawnMessage, SentBlock } from "./block.ts";
import { actions, context, header, mrkdwn, wordsButtons } from "./factories.ts";
import { limits } from "./limits.ts";
import { mentionPerson } from "./mention.ts";
import { joinMarkup, md, toMrkdwn, type Writing } from "./text.ts";

/** So many and so long that a message of them stays within what Slack takes. */
const mostParts = 15;
const partText = 700;

/** A reminder, its footer called as the delivery: a message whose answer was lost is found by it. */
export function reminderBlocks(reminder: Reminder, key: string): DrawnMessage {
  const { title, parts, footer, locale } = reminder;
  const left = parts.length - mostParts;
  const shown = parts.slice(0, mostParts);
  const drawn = shown.flatMap((part): readonly SentBlock[] => [
    { type: "section", text: mrkdwn(joinMarkup(linesOf(part), "\n"), partText) },
    ...actions(wordsButtons(part.choices)),
  ]);
  const more = left > 0 ? [context([say(locale, (t) => t.goals.card.more, { count: left })])] : [];
  return {
    text: toMrkdwn([title, ...parts.flatMap(({ lines }) => lines)].join("\n"), limits.messageText),
    blocks: [header(title), ...drawn, ...more, { ...context([footer]), block_id: key }],
  };
}

const linesOf = ({ lines, person }: Reminder["parts"][number]): readonly Writing[] =>
  person === undefined ? lines : [...lines, md`${person.label} ${mentionPerson(person.id)}`];
