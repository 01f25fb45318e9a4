import { describe, expect, test } from "vitest";
import type { GoalCard } from "../../goals/goal.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { detailsBlocks } from "../../src/blocks/details-blocks.ts";
import { digestBlocks } from "../../src/blocks/digest-blocks.ts";
import { withCorrections } from "../../src/blocks/with-corrections.ts";
import { goalBlocks } from "../../src/blocks/goal-blocks.ts";
import type { Details } from "../../src/digests/outgoing.ts";
import { aComposedDigest } from "../fixtures/composed-digest.ts";

const aCard = (change: Partial<GoalCard> = {}): GoalCard => ({
  id: "g1",
  kpi: "fcr",
  title: "First contact resolution · email",
  sentence: "First contact resolution · email: from 70 % up to 80 % or better by 31 December 2026.",
  state: "behind",
  stateText: "behind",
  direction: "reach",
  unit: "percent",
  value: 72,
  valueText: "72 %",
  target: 80,
  upTo: null,
  steps: [],
  targetText: "80 %",
  progress: 20,
  expected: 50,
  progressText: "20 % of the way, 50 % expected by now",
  deadline: "2026-12-31",
  deadlineText: "31 December 2026",
  owner: "U0OWNER",
  checkpointOwners: [],
  severity: "normal",
  why: "Customers should not have to call twice.",
  odds: 42,
  oddsText: "As it goes, 42 % odds by the deadline.",
  neededText: "",
  dueText: "",
  remarks: [],
  series: [70, null, 71, 72],
  asOfText: "Data as of 16 Nov 2026, 06:00.",
  ...change,
});

const longest = "W".repeat(3_000);

const holedChart = (title: string) => ({
  title,
  picture: {
    type: "line" as const,
    series: [{ name: "Value", data: [{ label: "2 Nov", value: 1 }] }],
    axis_config: { categories: ["2 Nov"] },
  },
  gaps: "No data in the chart for 9 Nov.",
  inWords: "",
});

describe("a digest as a message", () => {
  test("has its sentence, its table, what it stands on, and its key in the footer", () => {
    const { text, blocks } = digestBlocks(aComposedDigest());
    expect(text).toContain("First contact resolution got worse");
    expect(blocks.map(({ type }) => type)).toEqual([
      "header",
      "section",
      "data_table",
      "context",
      "actions",
    ]);
    expect(blocks[3]).toMatchObject({
      block_id: "d1:C0TEAM:2026-W47",
      elements: [
        { text: "Data as of 16 Nov 2026, 06:00." },
        { text: expect.stringContaining("Next") },
      ],
    });
    expect(blocks[2]).toMatchObject({
      rows: [
        [{ text: "KPI" }, {}, {}, {}, {}, {}],
        [
          { text: "First contact resolution" },
          { value: 71.4, text: "71.4 %" },
          { value: 80, text: "80 %" },
          { value: -6.2, text: "−6.2 pp" },
          { text: "target missed" },
          { value: 91, text: "91" },
        ],
      ],
    });
  });

  test("says a hole that both pictures have once", () => {
    const { blocks } = digestBlocks(
      aComposedDigest({ charts: [holedChart("FCR"), holedChart("CSAT")] }),
    );
    expect(JSON.stringify(blocks).split("No data in the chart")).toHaveLength(2);
  });

  test("calls an owner only where something is to be done", () => {
    const states = [
      "active",
      "on_track",
      "at_risk",
      "behind",
      "achieved",
      "guardrail_broken",
      "missed",
    ] as const;
    const called = states.filter((state) => {
      const goals = [aCard({ state })];
      return JSON.stringify(digestBlocks(aComposedDigest({ goals }))).includes("<@U0OWNER>");
    });
    expect(called).toEqual(["behind", "guardrail_broken", "missed"]);
  });

  test("makes nobody's words a mention, a link or a format", () => {
    const evil = "<!channel> <@U1> <https://evil.example|Log in> *bold*";
    const goals = [aCard({ title: evil, owner: "<!here>" })];
    const drawn = JSON.stringify(
      digestBlocks(aComposedDigest({ goals, headline: evil, remarks: [evil], asOf: evil })),
    );
    expect(drawn).not.toMatch(/<[!@h]|\*bold\*/u);
  });

  test("of the longest texts and five goals is one that Slack takes", () => {
    const row = aComposedDigest().rows[0]!;
    const digest = aComposedDigest({
      title: longest,
      headline: longest,
      caption: longest,
      rows: Array.from({ length: 5 }, () => ({ ...row, title: longest, valueText: longest })),
      goals: Array.from({ length: 5 }, () => aCard({ title: longest, why: longest })),
      remarks: [longest, longest],
      asOf: "W".repeat(200),
      choices: [{ label: longest, words: "kpi fcr" }],
    });
    expect(checkBlocks("message", digestBlocks(digest))).toEqual([]);
  });
});

describe("goals as a message", () => {
  test("say value, target, progress and owner, the state in words", () => {
    const { blocks, text } = goalBlocks(
      { title: "Goals", cards: [aCard()], choices: [], buttons: {} },
      "en",
    );
    expect(text).toContain("First contact resolution · email: 72 %, behind");
    const drawn = JSON.stringify(blocks);
    for (const part of [
      "behind: 20 % of the way",
      "Now 72 %, target 80 % by 31 December 2026",
      "▁·▄▇",
      "<@U0OWNER>",
    ]) {
      expect(drawn).toContain(part);
    }
  });

  test("one alone says why it matters, as its own sentence does", () => {
    const { blocks } = goalBlocks(
      { title: "Goal", cards: [aCard()], choices: [], buttons: {} },
      "en",
    );
    expect(JSON.stringify(blocks)).toContain("Why: Customers should not have to call twice.");
    const long = aCard({ why: longest, sentence: longest, title: longest });
    const message = goalBlocks({ title: longest, cards: [long], choices: [], buttons: {} }, "en");
    expect(checkBlocks("message", message)).toEqual([]);
  });

  test("of several each says what its own figure stands on", () => {
    const other = aCard({ id: "g2", kpi: "csat", asOfText: "Data as of 15 Nov 2026, 22:00." });
    const { blocks } = goalBlocks(
      { title: "Goals", cards: [aCard(), other], choices: [], buttons: {} },
      "en",
    );
    const told = blocks.map((block) => (block.type === "context" ? block.elements : block.type));
    expect(told).toMatchObject([
      "header",
      "section",
      [{ text: "Data as of 16 Nov 2026, 06:00." }],
      "section",
      [{ text: "Data as of 15 Nov 2026, 22:00." }],
    ]);
  });

  test("a hundred of them fit, and it is said that some are left out", () => {
    const cards = Array.from({ length: 100 }, (_, index) =>
      aCard({ id: `g${index}`, title: longest, remarks: [longest, longest] }),
    );
    const three = ["show", "check-in", "edit"].map((words) => ({ label: longest, words }));
    const buttons = Object.fromEntries(cards.map(({ id }) => [id, three]));
    const message = goalBlocks(
      { title: "Goals", cards, choices: [{ label: "Set a goal", words: "goal" }], buttons },
      "en",
    );
    expect(checkBlocks("message", message)).toEqual([]);
    expect(JSON.stringify(message.blocks)).toContain("85 more goals are not shown");
  });

  test("none at all is said as well", () => {
    const message = goalBlocks({ title: "Goals", cards: [], choices: [], buttons: {} }, "ru");
    expect(JSON.stringify(message.blocks)).toContain("Целей пока нет");
    expect(checkBlocks("message", message)).toEqual([]);
  });
});

const aTable = (columns: number, rows: number, text: string) => ({
  columns: Array.from({ length: columns }, () => text),
  rows: Array.from({ length: rows }, () => Array.from({ length: columns }, () => text)),
});
const details = (text: string, rows: number): Details => ({
  locale: "en",
  title: text,
  sections: Array.from({ length: 11 }, () => ({
    heading: text,
    lines: [],
    table: aTable(7, rows, text),
  })),
  footer: "Data as of 16 Nov 2026, 06:00.",
  whole: "kpi fcr last-week by channel",
});

describe("details as a message", () => {
  test("have a table each, and their key in the footer", () => {
    const { blocks } = detailsBlocks(details("email", 3), "d1:C0TEAM:2026-W47:details");
    expect(blocks.filter(({ type }) => type === "data_table")).toHaveLength(11);
    expect(blocks.at(-1)).toMatchObject({ block_id: "d1:C0TEAM:2026-W47:details" });
    expect(JSON.stringify(blocks)).not.toContain("Cut to fit");
  });

  test("of the longest texts are cut to what Slack takes, and say so", () => {
    const message = detailsBlocks(details(longest, 100), "key");
    expect(checkBlocks("message", message)).toEqual([]);
    expect(JSON.stringify(message.blocks)).toContain("goalpost kpi fcr last-week by channel");
  });
});

test("ten KPIs with guardrails and movers of the longest texts are one that Slack takes", () => {
  const row = { ...aComposedDigest().rows[0]!, title: longest, guardrailsText: longest };
  const digest = aComposedDigest({
    headline: longest,
    rows: Array.from({ length: 10 }, () => row),
    movers: { title: longest, lines: [longest, longest, longest] },
    goals: Array.from({ length: 5 }, (_, at) =>
      aCard({ id: `g${at}`, title: longest, remarks: [longest, longest] }),
    ),
    remarks: Array.from({ length: 12 }, () => longest),
    choices: Array.from({ length: 6 }, () => ({ label: longest, words: "kpi fcr" })),
  });
  expect(checkBlocks("message", digestBlocks(digest))).toEqual([]);
});

const lines = (count: number) => Array.from({ length: count }, (_, at) => `Corrected ${at}.`);

describe("a digest that was corrected", () => {
  const posted = digestBlocks(aComposedDigest());

  test("says it behind its headline, and all else as before", () => {
    const { text, blocks } = withCorrections(posted, ["FCR was <!here> 71.4 %."], "en")!;
    expect(text).toBe(posted.text);
    expect(blocks.toSpliced(2, 1)).toEqual(posted.blocks);
    expect(blocks[2]).toMatchObject({ text: { text: "FCR was &lt;!here&gt; 71.4 %." } });
  });

  test.each([35, 400])("%i times says what fits, the latest, and how many came before", (count) => {
    const { blocks } = withCorrections(posted, lines(count), "en")!;
    const said = JSON.stringify(blocks[2]);
    expect(checkBlocks("message", { text: "t", blocks })).toEqual([]);
    expect(said).toContain(`Corrected ${count - 1}.`);
    const shown = said.match(/Corrected \d+\./gu)?.length ?? 0;
    const before = /(\d+) earlier corrections stand in the thread/u.exec(said)?.[1] ?? "0";
    expect(shown + Number(before)).toBe(count);
  });

  test("is left as it is where Slack would not take a line more", () => {
    const blocks = Array.from({ length: 50 }, () => posted.blocks[0]!);
    expect(withCorrections({ text: "t", blocks }, lines(1), "en")).toBeNull();
  });
});
