import type { Field, FormValues } from "./command.ts";

/** Fields of a form that hold what was typed already, with what most of them have in common. */
export const fieldWith =
  (values: FormValues) =>
  (id: string, more: Partial<Field> & Pick<Field, "label" | "type">): Field => ({
    id,
    hint: null,
    choices: [],
    initial: values[id] ?? null,
    optional: false,
    live: false,
    ...more,
  });
