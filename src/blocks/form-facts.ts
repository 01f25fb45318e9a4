import type { SectionBlock } from "@slack/types";
import { betweenTwo } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { labelled } from "./answer-texts.ts";
import { section, type NamedCell } from "./factories.ts";
import { mentionChannel, mentionPerson } from "./mention.ts";
import { joinMarkup, md, type Writing } from "./text.ts";

/** What a form says besides its sentences: a person or a channel by their id. */
export interface FormFact {
  readonly label: string;
  readonly values: readonly (string | NamedCell)[];
}

/** One line a fact, in one section; the longest stand last, for what does not fit is cut there. */
export const factsSection = (facts: readonly FormFact[], locale: Locale): readonly SectionBlock[] =>
  facts.length === 0
    ? []
    : [
        section(
          joinMarkup(
            facts.map((fact) => line(fact, locale)),
            "\n",
          ),
        ),
      ];

const line = ({ label, values }: FormFact, locale: Locale): Writing =>
  md`*${labelled(label, "", locale).trimEnd()}* ${joinMarkup(values.map(written), betweenTwo(locale))}`;

function written(value: string | NamedCell): Writing {
  if (typeof value === "string") return value;
  return "person" in value ? mentionPerson(value.person) : mentionChannel(value.channel);
}
