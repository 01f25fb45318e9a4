import type { Page } from "./command.ts";

/** A page of these lines; what is not said is empty. */
export const page = (lines: readonly string[], more: Partial<Page> = {}): Page => ({
  kind: "page",
  refused: false,
  title: null,
  lines,
  table: null,
  choices: [],
  hint: null,
  ...more,
});

/** A page that says why not, and what to do next. */
export const refusal = (lines: readonly string[], more: Partial<Page> = {}): Page =>
  page(lines, { refused: true, ...more });
