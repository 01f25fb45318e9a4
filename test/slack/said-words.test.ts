import { expect, test } from "vitest";
import { pressedWords, saidTo, saidWords } from "../../src/slack/said-words.ts";

test.each([
  ["fcr agent:&lt;@U1&gt; &amp;lt;", "fcr agent:<@U1> &lt;"],
  ['team:"R&amp;D &lt;x&gt;"', 'team:"R&D <x>"'],
  // Where Slack leaves what is typed alone, nothing of it is taken for markup.
  ['team:"R&D <x>"', 'team:"R&D <x>"'],
  ["owner:<@U012ABC|mina> in <#C1|billing> and <#C2>", "owner:U012ABC in C1 and C2"],
  ["why <https://example.com/a?b=1|example.com>", "why example.com"],
  [
    "why <https://example.com> <mailto:a@b.example|a@b.example>",
    "why https://example.com a@b.example",
  ],
  ["<!subteam^S1|@leads> <!here>", "@leads !here"],
])("%s is read as %s", (text, words) => {
  expect(saidWords(text)).toBe(words);
});

test("words in a button are what they were, whether or not Slack escaped them", () => {
  for (const value of ['kpi fcr team:"R&amp;D &lt;x&gt;"', 'kpi fcr team:"R&D <x>"']) {
    expect(pressedWords(value)).toBe('kpi fcr team:"R&D <x>"');
  }
});

test("the bot's own name in front is no word", () => {
  expect(saidTo("U0BOT", "<@U0BOT|goalpost>: fcr &lt;")).toBe("fcr <");
});
