import type { CardBlock } from "@slack/types";
import { sparkline } from "../charts/sparkline.ts";
import type { Locale } from "../i18n/locale.ts";
import type { Answer } from "../reports/answer.ts";
import { comparisonText, headline, sampleText, targetText, valueText } from "./answer-texts.ts";
import type { WordsButton } from "./block.ts";
import { card, wordsButtons } from "./factories.ts";
import { joinMarkup, md } from "./text.ts";

/** A KPI answer at a glance, for App Home. */
export function answerCard(
  answer: Answer,
  locale: Locale,
  buttons: readonly WordsButton[],
): CardBlock {
  const said = [comparisonText(answer, locale), targetText(answer, locale)]
    .filter((text) => text !== null)
    .join(" · ");
  const picture = sparkline(answer.series.map((point) => point.value));
  const more = [said, picture].filter((line) => line !== "");
  return card({
    title: headline(answer, locale),
    subtitle:
      answer.value === null
        ? md`*${valueText(answer, locale)}*`
        : md`*${valueText(answer, locale)}* · ${sampleText(answer, locale)}`,
    ...(answer.value === null && answer.reason !== null
      ? { body: answer.reason.text }
      : more.length > 0 && { body: joinMarkup(more, "\n") }),
    buttons: wordsButtons(buttons),
  });
}
