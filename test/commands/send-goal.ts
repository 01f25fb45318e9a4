import type { Asker, Command, Form, FormValues, Submitted } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { goal } from "../../commands/goal.ts";
import { anAsker } from "./desk-for-tests.ts";

/** Sends a form and, where it is asked whether it is meant so, says yes. */
export async function sendForm(
  { submit }: Command,
  { state }: Pick<Form, "state">,
  values: FormValues,
  desk: Desk,
  asker: Asker = anAsker(),
): Promise<Submitted> {
  const sent = await submit!(state, values, asker, desk);
  if (!sent.ok || sent.reply.kind !== "form") return sent;
  return submit!(sent.reply.state, { accept: values["accept"] ?? null }, asker, desk);
}

export const sendGoal = (
  form: Pick<Form, "state">,
  values: FormValues,
  desk: Desk,
  asker?: Asker,
): Promise<Submitted> => sendForm(goal, form, values, desk, asker);
