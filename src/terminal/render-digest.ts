import { labelled } from "../blocks/answer-texts.ts";
import type { ComposedDigest, ScorecardRow } from "../digests/digest.ts";
import { paragraphs } from "./paragraphs.ts";
import { oneLine, type Paint } from "./paint.ts";
import type { Reader } from "./render-answer.ts";
import { goalLines } from "./render-goals.ts";
import { choiceLines } from "./render-page.ts";
import { textTable } from "./text-table.ts";

/** A digest as lines of text: what the channel would see. */
export function renderDigest(digest: ComposedDigest, reader: Reader): readonly string[] {
  const { paint } = reader;
  const { columns } = digest;
  const [head = "", ...rows] = textTable(
    {
      columns: [
        columns.kpi,
        columns.value,
        columns.target,
        columns.change,
        columns.sample,
        columns.status,
      ],
      rows: digest.rows.map((row) =>
        [
          row.title,
          row.valueText,
          row.targetText,
          row.changeText,
          row.sampleText,
          row.statusText,
        ].map(oneLine),
      ),
    },
    6,
  );
  const parts: readonly (readonly string[])[] = [
    [paint.strong(oneLine(digest.title)), oneLine(digest.headline)],
    digest.rows.length === 0
      ? []
      : [paint.faint(head), ...rows.map((line, at) => tinted(line, digest.rows[at], paint))],
    digest.rows
      .filter(({ guardrailsText }) => guardrailsText !== "")
      .map(({ title, guardrailsText }) =>
        paint.faint(
          oneLine(`${columns.guardrails} · ${labelled(title, guardrailsText, digest.locale)}`),
        ),
      ),
    digest.movers === null
      ? []
      : [paint.strong(oneLine(digest.movers.title)), ...digest.movers.lines.map(oneLine)],
    digest.charts.map(({ title, inWords }) => oneLine(labelled(title, inWords, digest.locale))),
    digest.goals.length === 0 ? [] : [paint.strong(oneLine(digest.goalsTitle))],
    ...digest.goals.map((card) => goalLines(card, reader)),
    digest.remarks.map(oneLine),
    choiceLines(digest.choices),
    [digest.asOf, digest.next].flatMap((text) =>
      text === null ? [] : [paint.faint(oneLine(text))],
    ),
  ];
  return paragraphs(parts);
}

function tinted(line: string, row: ScorecardRow | undefined, paint: Paint): string {
  if (row?.status === "met" || row?.status === "better") return paint.good(line);
  return row?.status === "missed" || row?.status === "worse" ? paint.bad(line) : line;
}
