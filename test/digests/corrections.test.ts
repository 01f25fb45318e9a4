import { expect, test } from "vitest";
import { composeDigest } from "../../src/digests/compose.ts";
import { lastTold } from "../../src/digests/corrections.ts";
import type { PostedFigure } from "../../src/documents/posted-figure.ts";
import { locales } from "../../src/i18n/locale.ts";
import { deskOver } from "../commands/desk-for-tests.ts";
import { composeAsked } from "../fixtures/compose-asked.ts";
import { aDigest } from "../fixtures/digest.ts";
import type { FixtureRow } from "../records/store-of.ts";
import { now, reportsOver, settings, ticketsOn } from "../reports/ask.ts";

/** The digest of last week, 9–15 November, over these tickets and a target of 90 %. */
async function digestOf(tickets: readonly FixtureRow[], told: readonly PostedFigure[] = []) {
  const { ports } = await deskOver({});
  const reports = await reportsOver(
    { tickets: [...tickets] },
    { settings: { ...settings, targets: { fcr: 90 } } },
  );
  return composeDigest(composeAsked({ told }), { ...ports, reports });
}

const corrections = ({ remarks }: { readonly remarks: readonly string[] }) =>
  remarks.filter((each) => each.startsWith("Correction:"));

const posted = ticketsOn("2026-11-10", 1000, 800);

test("a figure that late records moved by one percent is corrected once, with old and new", async () => {
  const first = await digestOf(posted);
  expect(first.figures).toMatchObject([
    { kpi: "fcr", value: 80, target: 90, from: "2026-11-08T23:00:00.000Z" },
  ]);
  // Ten more, and ten of the others solved: 820 of 1,010.
  const late = [...posted, ...ticketsOn("2026-11-11", 10, 10, { agent: "late" })].map(
    (ticket, at) => (at >= 800 && at < 810 ? { ...ticket, ...solvedAtOnce } : ticket),
  );
  const second = await digestOf(late, first.figures);
  expect(corrections(second)).toEqual([
    "Correction: First contact resolution (Tickets), 9–15 Nov 2026: 80.00 % was posted, now 81.19 %, since records came late or changed.",
  ]);
  const third = await digestOf(late, second.figures);
  expect(corrections(third)).toEqual([]);
});

const solvedAtOnce = {
  solved_at: new Date("2026-11-12T09:00:00Z"),
  first_solved_at: new Date("2026-11-12T09:00:00Z"),
  agent_replies: 1,
  reopens: 0,
};

test.each([
  ["less than one percent is no news", 700, 705, 0],
  ["less than one percent over the target is", 899, 901, 1],
  ["from nothing to something is", 0, 1, 1],
])("%s", async (_, before, after, told) => {
  const first = await digestOf(ticketsOn("2026-11-10", 1000, before));
  const second = await digestOf(ticketsOn("2026-11-10", 1000, after), first.figures);
  expect(corrections(second)).toHaveLength(told);
});

test("a figure whose records are gone, or whose definition is another, is left as it was told", async () => {
  const first = await digestOf(posted);
  expect(corrections(await digestOf([], first.figures))).toEqual([]);
  const old = first.figures.map((each) => ({ ...each, definition: "fcr@0", value: 50 }));
  expect(corrections(await digestOf(posted, old))).toEqual([]);
});

test("another configuration is no correction: the figure is measured as it was", async () => {
  const calls = [10, 25, 40].map((wait, at) => ({
    id: `c${at}`,
    queued_at: new Date("2026-11-10T09:00:00Z"),
    outcome: "handled",
    wait_seconds: wait,
  }));
  const { ports } = await deskOver({});
  const within = async (seconds: number, told: readonly PostedFigure[] = []) => {
    const options = { service_level: { within: seconds } };
    const reports = await reportsOver({ calls }, { settings: { ...settings, options } });
    return composeDigest(composeAsked({ kpis: ["service_level"], told }), { ...ports, reports });
  };
  const first = await within(20);
  expect(first.figures).toMatchObject([{ value: 100 / 3, options: { within: 20 } }]);
  const second = await within(30, first.figures);
  expect(second.figures).toMatchObject([{ value: 200 / 3 }]);
  expect(corrections(second)).toEqual([]);
});

test("what was posted is kept with the delivery, and the newest telling counts", async () => {
  const { desk, documents } = await deskOver({ tickets: posted });
  const draft = { ...aDigest(), kpis: ["fcr"], submission: "s1" };
  await desk.digests.postNow(draft, { who: "U0LEAD", via: "slack" });
  const deliveries = await documents.deliveries.list();
  expect(deliveries).toMatchObject([
    { state: "sent", payload: null, posted: [{ kpi: "fcr", value: 80 }] },
  ]);
  const [sent] = deliveries;
  const later = {
    ...sent!,
    sentAt: new Date(now.getTime() + 60_000).toISOString(),
    posted: sent!.posted.map((each) => ({ ...each, value: 81 })),
  };
  expect(lastTold([later, sent!], "C0TEAM", now)).toMatchObject([{ value: 81 }]);
  expect(lastTold([later, sent!], "C0OTHER", now)).toEqual([]);
  const inSpring = new Date(now.getTime() + 120 * 86_400_000);
  expect(lastTold([later, sent!], "C0TEAM", inSpring)).toEqual([]);
});

test.each(locales)("a correction is said in %s", async (locale) => {
  const first = await digestOf(posted);
  const { ports } = await deskOver({});
  const reports = await reportsOver({ tickets: ticketsOn("2026-11-10", 1000, 500) });
  const told = first.figures;
  const { remarks } = await composeDigest(composeAsked({ locale, told }), { ...ports, reports });
  expect(remarks.join(" ")).toMatch(/80[.,]00\s?%.*50[.,]00\s?%/u);
});
