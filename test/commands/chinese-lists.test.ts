import { expect, test } from "vitest";
import type { Command } from "../../commands/command.ts";
import { digest } from "../../commands/digest.ts";
import { goal } from "../../commands/goal.ts";
import { kpi } from "../../commands/kpi.ts";
import { paintFor } from "../../src/terminal/paint.ts";
import { renderForm } from "../../src/terminal/render-form.ts";
import { renderGoals } from "../../src/terminal/render-goals.ts";
import { refusalLine, renderPage } from "../../src/terminal/render-page.ts";
import { aDigest } from "../fixtures/digest.ts";
import { aGoal } from "../fixtures/goal.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";

const locale = "zh-TW";
const tickets = ["email", "chat", "social"].flatMap((channel) =>
  ticketsOn("2026-11-10", 40, 20, { channel }),
);

/** A comma, colon or bracket of another script beside a Chinese word, or a space behind a full stop. */
const foreign =
  /[\p{Script=Han}）」][,:;(]|[,:;)] ?[\p{Script=Han}「]|\p{Script=Han} \(|。 (?!·)/gu;

async function asked(command: Command, words: string) {
  const { desk, documents } = await deskOver({ tickets });
  await documents.change({ who: "U0LEAD", via: "slack" }, async (all) => {
    await all.goals.put(aGoal({ checkpointOwners: ["U0SECOND", "U0THIRD"] }));
    await all.digests.put(aDigest({ where: { channel: { in: ["email", "chat"] } } }));
  });
  return command.run(words, anAsker({ locale }), desk);
}

/** As the terminal shows it, where nothing is hidden in blocks. */
async function shown(command: Command, words: string): Promise<string> {
  const reply = await asked(command, words);
  if (reply.kind === "page") {
    return [...renderPage(reply, paintFor(false)), refusalLine(reply, locale)].join("\n");
  }
  if (reply.kind === "goals") {
    return renderGoals(reply, { locale, paint: paintFor(false), zone: "Europe/Berlin" }).join("\n");
  }
  return reply.kind === "form"
    ? renderForm(reply, locale, paintFor(false)).join("\n")
    : JSON.stringify(reply);
}

test.each([
  ["fcr last-week channel:letter,fax", kpi, ["「letter、fax」", "email、chat、social"]],
  ["define fcr", kpi, ["首次聯繫解決率（fcr）", "tickets、calls"]],
  ["fcr last-week rating:first", kpi, ["kind、denominator、window"]],
  ["csat rating:last", kpi, ["latest、first、every"]],
  ["list", digest, ["email、chat"]],
  ["show g1", goal, ["U0SECOND、U0THIRD"]],
  ["fcr", goal, ["（選填）", "reach、keep"]],
] as const)("a Chinese answer lists as Chinese does: %s", async (words, command, parts) => {
  const text = await shown(command, words);
  for (const part of parts) expect(text).toContain(part);
  const typed = /檢視目標的日期[^。]*。|逐月目標：[^。]*。|名稱:值/gu;
  expect(text.replaceAll(typed, "").match(foreign) ?? []).toEqual([]);
});

test("a list that is typed is still read with the commas of either language", async () => {
  const { desk } = await deskOver({ tickets });
  for (const guardrails of ["csat, aht", "csat、aht", "csat，aht"]) {
    const form = await goal.run(`fcr guardrails:"${guardrails}"`, anAsker({ locale }), desk);
    if (form.kind !== "form") throw new Error("no form");
    const values = Object.fromEntries(form.fields.map(({ id, initial }) => [id, initial]));
    const sent = await goal.submit!(
      form.state,
      { ...values, target: "80", why: "x" },
      anAsker(),
      desk,
    );
    expect(JSON.stringify(sent)).not.toContain('guardrails":');
    expect(sent.ok).toBe(true);
  }
});
