import type { SectionBlock } from "@slack/types";
import { section, type NamedCell } from "./factories.ts";
import { mentionChannel, mentionPerson } from "./mention.ts";
import { joinMarkup, md, type Writing } from "./text.ts";

/** What a form says besides its sentences: a person or a channel by their id. */
export interface FormFact {
  readonly label: string;
  readonly values: readonly (string | NamedCell)[];
}

/** One line a fact, in one section; the longest stand last, for what does not fit is cut there. */
export const factsSection = (facts: readonly FormFact[]): readonly SectionBlock[] =>
  facts.length === 0 ? [] : [section(joinMarkup(facts.map(line), "\n"))];

const line = ({ label, values }: FormFact): Writing =>
  md`*${label}:* ${joinMarkup(values.map(written), ", ")}`;

function written(value: string | NamedCell): Writing {
  if (typeof value === "string") return value;
  return "person" in value ? mentionPerson(value.person) : mentionChannel(value.channel);
}
