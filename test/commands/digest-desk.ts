import { ticketsOn } from "../reports/ask.ts";
import type { submit } from "./digest-form.ts";

export const tickets = ticketsOn("2026-11-10", 40, 30);

export const errorsOf = (result: Awaited<ReturnType<typeof submit>>) =>
  result.ok ? {} : result.errors;
