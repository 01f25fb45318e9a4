import type { Form, FormValues, Reply } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { digest } from "../../commands/digest.ts";
import { anAsker } from "./desk-for-tests.ts";

/** The form that the words of `/digest` open. */
export async function formFor(words: string, desk: Desk, asker = anAsker()): Promise<Form> {
  const reply = await digest.run(words, asker, desk);
  if (reply.kind !== "form") throw new Error(`no form: ${JSON.stringify(reply)}`);
  return reply;
}

export const initials = ({ fields }: Form): FormValues =>
  Object.fromEntries(fields.map(({ id, initial }) => [id, initial]));

/** The form sent with what it proposes, but for some values. */
export const submit = (form: Form, values: FormValues, desk: Desk, asker = anAsker()) =>
  digest.submit!(form.state, { ...initials(form), ...values }, asker, desk);

export const linesOf = (reply: Reply): readonly string[] =>
  reply.kind === "page" ? reply.lines : [];
