import type { Asker, Form, FormValues, GoalsReply, Page, Reply } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { goal } from "../../commands/goal.ts";
import { aGoal } from "../fixtures/goal.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";

/** Last week 70 of 100 solved at once. */
export const tickets = ticketsOn("2026-11-10", 100, 70);

/** A desk with a goal of U0OWNER: from 60 up to 80 by the end of the year. */
export async function withGoal(change: Parameters<typeof aGoal>[0] = {}) {
  const made = await deskOver({ tickets });
  const kept = aGoal({
    owner: "U0OWNER",
    baseline: { value: 60, sample: 100, from: "2026-09-21", to: "2026-09-27" },
    ...change,
  });
  await made.documents.change({ who: "U0LEAD", via: "test" }, ({ goals }) => goals.put(kept));
  return made;
}

export const owner = anAsker({ id: "U0OWNER", role: "member" });

export const other = anAsker({ id: "U0OTHER", role: "member" });

export async function say(words: string, desk: Desk, asker: Asker = owner): Promise<Reply> {
  return goal.run(words, asker, desk);
}

export function isForm(reply: Reply): asserts reply is Form {
  if (reply.kind !== "form") throw new Error(`no form: ${JSON.stringify(reply)}`);
}

export function isGoals(reply: Reply): asserts reply is GoalsReply {
  if (reply.kind !== "goals") throw new Error(`no goals: ${JSON.stringify(reply)}`);
}

export function isPage(reply: Reply): asserts reply is Page {
  if (reply.kind !== "page") throw new Error(`no page: ${JSON.stringify(reply)}`);
}

export const initials = ({ fields }: Form): FormValues =>
  Object.fromEntries(fields.map(({ id, initial }) => [id, initial]));
