import type { LiveElement } from "../../block-kit/elements.ts";
import type { Given } from "../../wire.ts";

const valueOf = (initial: unknown): string =>
  typeof initial === "object" && initial !== null && "value" in initial
    ? String(initial.value)
    : String(initial);

/** What an element holds before the person touches it; `here` is the channel they are in. */
export function initialGiven(element: LiveElement, here: string): Given {
  const named = Object.entries(element).find(([key]) => key.startsWith("initial_"));
  if (named !== undefined) {
    const initial: unknown = named[1];
    return Array.isArray(initial) ? initial.map(valueOf) : valueOf(initial);
  }
  const isHere =
    element.type === "conversations_select" && element.default_to_current_conversation === true;
  return isHere ? here : null;
}
