import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Asker, Form, FormValues } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { goal } from "../../commands/goal.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { formView } from "../../src/blocks/form-view.ts";
import { sayDay } from "../../src/digests/say-when.ts";
import { locales } from "../../src/i18n/locale.ts";
import { texts } from "../../src/i18n/texts.ts";
import { kpiById } from "../../src/kpis/index.ts";
import { writeMetadata } from "../../src/slack/form-metadata.ts";
import { paintFor } from "../../src/terminal/paint.ts";
import { renderForm } from "../../src/terminal/render-form.ts";
import { goalValues as good } from "../fixtures/goal-values.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";

/** Last week 70 of 100 solved at once. */
const tickets = ticketsOn("2026-11-10", 100, 70);

async function asked(values: FormValues, desk: Desk, asker: Asker = anAsker()): Promise<Form> {
  const sent = await goal.submit!("s1", values, asker, desk);
  if (!sent.ok || sent.reply.kind !== "form") throw new Error(JSON.stringify(sent));
  return sent.reply;
}
const confirm = ({ state }: Form, desk: Desk, asker: Asker = anAsker()) =>
  goal.submit!(state, {}, asker, desk);
const sentences: Readonly<Record<(typeof locales)[number], string>> = {
  en: "First contact resolution: from 70.0 % up to 80 % or better by 31 December 2026.",
  ko: "최초 통화 해결률: 2026년 12월 31일까지 70.0%에서 80% 이상으로.",
  ru: "Решение при первом обращении: с 70,0 % до 80 % или выше, срок — 31 декабря 2026 г.",
  "zh-TW": "首次聯繫解決率：在 2026年12月31日前，從 70.0% 提升到 80% 以上。",
};

describe("a form that could be kept", () => {
  test.each(locales)(
    "is said once more as one sentence, and nothing is kept yet: %s",
    async (l) => {
      const { desk } = await deskOver({ tickets });
      const form = await asked(good, desk, anAsker({ locale: l }));
      expect(form.notices[0]).toBe(sentences[l]);
      expect(form).toMatchObject({
        back: expect.stringMatching(/\S/u),
        warnings: [],
        fields: [{ id: "draft", initial: "no" }],
      });
      expect(
        checkBlocks("modal", formView(form, { metadata: form.state, close: "x", locale: l })),
      ).toEqual([]);
      expect(await desk.goals.list()).toEqual([]);
    },
  );

  test.each(locales)(
    "is said with whom it calls, where, and why, beside its days: %s",
    async (l) => {
      const { desk } = await deskOver({ tickets });
      const more = { checkpoint_owners: "U0SECOND,U0THIRD", severity: "high", post_to: "C0TEAM" };
      const form = await asked({ ...good, ...more }, desk, anAsker({ locale: l }));
      const t = texts[l];
      expect(form.facts).toEqual([
        { label: t.goals.form.owner, values: [{ person: "U0OWNER" }] },
        { label: t.goalCoach.alsoAsked, values: [{ person: "U0SECOND" }, { person: "U0THIRD" }] },
        { label: t.goals.form.channel, values: [{ channel: "C0TEAM" }] },
        { label: t.goalCoach.severity, values: [t.goalCoach.severities.high] },
        { label: t.goals.form.why, values: [good["why"]] },
      ]);
      const view = formView(form, { metadata: form.state, close: "x", locale: l });
      const drawn = JSON.stringify(view.blocks);
      for (const part of [
        "<@U0OWNER>",
        `<@U0SECOND>${l === "zh-TW" ? "、" : ", "}<@U0THIRD>`,
        "<#C0TEAM>",
        good["why"],
      ]) {
        expect(drawn).toContain(part);
      }
      for (const kpi of ["aht", "csat"] as const) expect(drawn).toContain(kpiById(kpi).title[l]);
      expect(form.notices.join("\n")).toContain(sayDay("2026-12-02", l));
      expect(checkBlocks("modal", view)).toEqual([]);
      const lines = renderForm(form, l, paintFor(false));
      const colon = l === "zh-TW" ? "：" : ": ";
      expect(lines).toContain(`${t.goals.form.owner}${colon}U0OWNER`);
    },
  );

  test("is kept as it was said when that is confirmed, once however often", async () => {
    const { desk } = await deskOver({ tickets });
    const form = await asked({ ...good, checkpoints: "2026-12-24" }, desk);
    const [first, second] = await Promise.all([confirm(form, desk), confirm(form, desk)]);
    expect(second).toEqual(first);
    expect(await desk.goals.list()).toMatchObject([
      { target: 80, owner: "U0OWNER", checkpoints: ["2026-12-24"], accepted: null },
    ]);
    expect(first.ok && first.reply.kind === "page" && first.reply.lines).toEqual(form.notices);
  });

  test("sent again after going back is one goal, as it was confirmed last", async () => {
    const { desk } = await deskOver({ tickets });
    await asked(good, desk);
    await confirm(await asked({ ...good, target: "82 %" }, desk), desk);
    expect(await desk.goals.list()).toMatchObject([{ target: 82 }]);
  });

  test("is asked once more where its figures changed meanwhile", async () => {
    const { desk } = await deskOver({ tickets });
    const later = await deskOver({ tickets: ticketsOn("2026-11-10", 100, 60) });
    const form = await asked(good, desk);
    const again = await confirm(form, later.desk);
    if (!again.ok || again.reply.kind !== "form") throw new Error("kept unseen");
    expect(again.reply.notices.join("\n")).toContain("from 60.0 % up to 80 %");
    expect(await later.desk.goals.list()).toEqual([]);
    await confirm(again.reply, later.desk);
    expect(await later.desk.goals.list()).toMatchObject([{ baseline: { value: 60 } }]);
  });

  test("is refused in words where the rules of then refuse it, or the person may no longer", async () => {
    const { desk } = await deskOver({ tickets });
    const better = await deskOver({ tickets: ticketsOn("2026-11-10", 100, 90) });
    const form = await asked(good, desk);
    expect(await confirm(form, better.desk)).toMatchObject({
      ok: true,
      reply: { refused: true, lines: [expect.stringContaining("no improvement")] },
    });
    const member = anAsker({ role: "member" });
    expect(await confirm(form, desk, member)).toMatchObject({ reply: { refused: true } });
    expect([...(await desk.goals.list()), ...(await better.desk.goals.list())]).toEqual([]);
  });

  test.each(["confirm", "confirm:s1:abc:{", 'confirm:s1:abc:{"kpi":5}', "confirm:s1:abc:null"])(
    "with a forged state is told that the form is no longer known: %s",
    async (state) => {
      const { desk } = await deskOver({ tickets });
      expect(await confirm({ ...(await asked(good, desk)), state }, desk)).toMatchObject({
        ok: true,
        reply: { refused: true },
      });
      expect(await desk.goals.list()).toEqual([]);
    },
  );
});

test("what is carried from one form to the next fits Slack, or the longest field is told to be brief", async () => {
  const { desk } = await deskOver({ tickets });
  const piece = fc.constantFrom("why ", '"', "\\", "\n", "왜 ", "為", "🙂");
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 2_800 }), async (parts) => {
      const why = `x${parts.join("")}`;
      const sent = await goal.submit!("s".repeat(36), { ...good, why }, anAsker(), desk);
      const carried = sent.ok && sent.reply.kind === "form" ? sent.reply.state : "";
      const metadata = writeMetadata({ command: "goal", state: carried, fromHome: false });
      expect(metadata.length).toBeLessThanOrEqual(3_000);
      expect(sent.ok ? ["why"] : Object.keys(sent.errors)).toEqual(["why"]);
      expect(carried !== "" || !sent.ok).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test("a reason that is too long says how long it may be, and that long it passes", async () => {
  const { desk } = await deskOver({ tickets });
  const sent = await goal.submit!("s1", { ...good, why: "w".repeat(2_990) }, anAsker(), desk);
  const [, most = ""] = /([\d,]+) characters/u.exec(sent.ok ? "" : sent.errors["why"]!) ?? [];
  const length = Number(most.replace(",", ""));
  expect(length).toBeGreaterThan(2_000);
  expect(await asked({ ...good, why: "w".repeat(length) }, desk)).toMatchObject({ kind: "form" });
});
