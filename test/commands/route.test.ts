import { expect, test } from "vitest";
import { defineCommand, type Asker, type Command } from "../../commands/command.ts";
import { kpi } from "../../commands/kpi.ts";
import { routeWords } from "../../commands/route.ts";
import { parseKpiWords } from "../../commands/words.ts";
import type { Desk } from "../../commands/desk.ts";
import { locales } from "../../src/i18n/locale.ts";

const goal: Command = defineCommand({
  name: "goal",
  summary: { en: "Goals", ko: "목표", ru: "Цели", "zh-TW": "目標" },
  usage: { en: "list", ko: "목록", ru: "список", "zh-TW": "清單" },
  run: () => Promise.reject(new Error("only named here")),
});

test.each([
  ["fcr last week", "kpi", "fcr last week"],
  ["kpi fcr last week", "kpi", "fcr last week"],
  ["/kpi fcr", "kpi", "fcr"],
  ["KPI fcr", "kpi", "fcr"],
  ["kpi: fcr", "kpi", "fcr"],
  ["kpi", "kpi", ""],
  ["goal list", "goal", "list"],
  ["goals list", "kpi", "goals list"],
  ["목표 목록", "kpi", "목표 목록"],
  ["help", "help", ""],
  ["Help!", "help", ""],
  ["помощь", "help", ""],
  ["도움말", "help", ""],
  ["說明", "help", ""],
  ["", "help", ""],
  ["constructor", "kpi", "constructor"],
  ["language ko", "language", "ko"],
  ["fcr by language", "kpi", "fcr by language"],
  ["language:de fcr", "kpi", "language:de fcr"],
])("%j goes to %s with %j", (words, name, rest) => {
  const route = routeWords(words, [kpi, goal]);
  expect([route.command.name, route.rest]).toEqual([name, rest]);
});

test("help names every command in every language", async () => {
  for (const locale of locales) {
    const asker: Asker = {
      id: "U1",
      name: "mina",
      role: "member",
      locale,
      zone: "UTC",
      channel: null,
    };
    const { command } = routeWords("help", [kpi, goal]);
    const reply = await command.run("", asker, {} as Desk);
    if (reply.kind !== "page") throw new Error(reply.kind);
    expect(reply.lines).toHaveLength(2);
    expect(reply.lines[0]).toContain(kpi.usage[locale]);
    expect(reply.lines[1]).toContain(goal.summary[locale]);
    expect(reply.choices.map(({ words }) => words)).toEqual(["kpi", "goal"]);
  }
});

test("every example a command gives is understood", () => {
  for (const locale of locales) {
    for (const example of kpi.usage[locale].split(" · ")) {
      expect(parseKpiWords(example).kind).not.toBe("problem");
    }
  }
});
