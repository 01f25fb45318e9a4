import type { Block } from "../block-kit/blocks.ts";
import type { InputElement } from "../block-kit/elements.ts";
import type { GivenValues } from "../wire.ts";
import { plain, several } from "./given.ts";

/** Words the page says in the person's language. */
type Fault =
  | "required"
  | "not_a_number"
  | "out_of_range"
  | "too_short"
  | "too_long"
  | "not_an_email"
  | "not_a_url";

function numberFault(
  element: Extract<InputElement, { type: "number_input" }>,
  text: string,
): Fault | null {
  const value = Number(text);
  if (!Number.isFinite(value)) return "not_a_number";
  if (!element.is_decimal_allowed && !Number.isInteger(value)) return "not_a_number";
  const { min_value: min, max_value: max } = element;
  const isInside =
    (min === undefined || value >= Number(min)) && (max === undefined || value <= Number(max));
  return isInside ? null : "out_of_range";
}

function faultOf(element: InputElement, text: string): Fault | null {
  if (element.type === "number_input") return numberFault(element, text);
  if (element.type === "plain_text_input") {
    if (text.length < (element.min_length ?? 0)) return "too_short";
    return text.length > (element.max_length ?? 3000) ? "too_long" : null;
  }
  if (element.type === "email_text_input") {
    return /^\S+@\S+\.\S+$/u.test(text) ? null : "not_an_email";
  }
  return element.type === "url_text_input" && !URL.canParse(text) ? "not_a_url" : null;
}

/** What Slack itself refuses before the app is asked: by block id. */
export function missingAnswers(
  blocks: readonly Block[],
  values: GivenValues,
): Readonly<Record<string, Fault>> {
  const faults: Record<string, Fault> = {};
  for (const block of blocks) {
    if (block.type !== "input") continue;
    const blockId = block.block_id ?? "";
    const given = values[blockId]?.[block.element.action_id ?? ""] ?? null;
    const text = plain(given);
    const isMissing = several(given).length === 0 && block.optional !== true;
    const fault = isMissing ? "required" : text === null ? null : faultOf(block.element, text);
    if (fault !== null) faults[blockId] = fault;
  }
  return faults;
}
