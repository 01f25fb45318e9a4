import type { Form } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { goal } from "../../commands/goal.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker } from "./desk-for-tests.ts";
import { sendGoal } from "./send-goal.ts";

/** Last week, 9–15 November: 70 of 100 solved at once, by e-mail 30 of 60 and by chat 40 of 40. */
export const tickets = [
  ...ticketsOn("2026-11-10", 60, 30, { channel: "email" }),
  ...ticketsOn("2026-11-11", 40, 40, { channel: "chat" }),
];

export async function formFor(words: string, desk: Desk, asker = anAsker()): Promise<Form> {
  const reply = await goal.run(words, asker, desk);
  if (reply.kind !== "form") throw new Error(`no form: ${JSON.stringify(reply)}`);
  return reply;
}

export const submit = sendGoal;
