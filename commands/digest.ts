import { randomUUID } from "node:crypto";
import type { DigestDraft } from "../src/digests/digest.ts";
import { sayShortInstant } from "../src/digests/say-when.ts";
import type { Delivery, Digest } from "../src/documents/shape.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import { may } from "../src/people/may.ts";
import { defineCommand, type Asker, type Page, type PageCell, type Reply } from "./command.ts";
import type { Desk } from "./desk.ts";
import { digestForm, digestFormFor, digestOf } from "./digest-form.ts";
import { scheduleText, submitDigest } from "./digest-submit.ts";
import { namedValues } from "./named-values.ts";
import { page, refusal } from "./page.ts";
import { pressOnce } from "./press-once.ts";

const shownDeliveries = 10;

/** Digests: set one up for a channel, post one now, see what became of them. */
export const digest = defineCommand({
  name: "digest",
  summary: {
    en: "Set up a channel's weekly digest",
    ko: "채널의 주간 요약 설정",
    ru: "Настроить недельную сводку канала",
    "zh-TW": "設定頻道的每週摘要",
  },
  usage: {
    en: "now · list · preview · pause d1 · resume d1 · status",
    ko: "now · list · preview · pause d1 · resume d1 · status",
    ru: "now · list · preview · pause d1 · resume d1 · status",
    "zh-TW": "now · list · preview · pause d1 · resume d1 · status",
  },
  run: async (words, asker, desk) => {
    const { locale, role } = asker;
    if (!may(role, "ask")) return refusal([say(locale, (t) => t.words.stranger)]);
    const { plain, named } = namedValues(words);
    const [verb = "", id = null] = plain.map((word) => word.toLowerCase());
    const channel = named.get("post_to") ?? asker.channel;
    switch (verb) {
      case "":
        return may(role, "set_digest")
          ? digestFormFor(words, asker, desk)
          : refusal([say(locale, (t) => t.digests.notAllowed)]);
      case "now":
        return postNow(channel, asker, desk);
      case "list":
        return listPage(locale, desk);
      case "preview":
        return {
          kind: "digest",
          digest: await desk.digests.preview(await draftFor(id, channel, asker, desk)),
        };
      case "pause":
      case "resume":
        return setPaused(id, channel, verb === "pause", asker, desk);
      case "status":
        return statusPage(channel, asker, desk);
      default:
        return refusal([say(locale, (t) => t.digests.unknownWords, { words })], {
          hint: say(locale, (t) => t.digests.usage),
        });
    }
  },
  opensForm: (words) => namedValues(words).plain.length === 0,
  refresh: digestForm,
  submit: submitDigest,
});

/** The digest named, or the channel's, or what one would be that nobody has set up. */
async function draftFor(
  id: string | null,
  channel: string | null,
  asker: Asker,
  desk: Desk,
): Promise<DigestDraft> {
  const known = id === null ? await digestOf(channel, desk) : await desk.digests.find(id);
  const { locale, zone } = asker;
  const fresh = {
    channel: channel ?? "",
    locale,
    zone,
    weekday: 1,
    time: "09:00",
    kpis: [],
    where: {},
  };
  return { ...(known ?? fresh), submission: randomUUID() };
}

async function postNow(channel: string | null, asker: Asker, desk: Desk): Promise<Page> {
  const { locale, role } = asker;
  if (!may(role, "set_digest")) return refusal([say(locale, (t) => t.digests.notAllowed)]);
  if (channel === null) return refusal([say(locale, (t) => t.digests.needsChannel)]);
  const submission = await pressOnce(channel, desk);
  if (submission === null) return page([say(locale, (t) => t.doors.alreadyPosted)]);
  const draft = await draftFor(null, channel, asker, desk);
  const posted = await desk.digests.postNow(
    { ...draft, submission },
    { who: asker.id, via: "/digest" },
  );
  switch (posted.kind) {
    case "sent":
      return page([say(locale, (t) => t.digests.postedNow)]);
    case "pending":
      return page([say(locale, (t) => t.digests.pending)]);
    case "failed": {
      const reason = say(locale, (t) => t.digests.reasons[posted.reason]);
      return refusal([say(locale, (t) => t.digests.notPosted, { reason })]);
    }
  }
}

async function listPage(locale: Locale, { digests }: Desk): Promise<Page> {
  const all = await digests.list();
  const setUp = { label: say(locale, (t) => t.digests.setUp), words: "digest" };
  const title = say(locale, (t) => t.digests.listTitle);
  if (all.length === 0) {
    return page([say(locale, (t) => t.digests.listEmpty)], { title, choices: [setUp] });
  }
  const { id, channel, when, state } = {
    id: say(locale, (t) => t.digests.listColumns.id),
    channel: say(locale, (t) => t.digests.listColumns.channel),
    when: say(locale, (t) => t.digests.listColumns.when),
    state: say(locale, (t) => t.digests.listColumns.state),
  };
  return page([], {
    title,
    table: { columns: [id, channel, when, state], rows: all.map((each) => row(each, locale)) },
    choices: [setUp],
  });
}

const row = (each: Digest, locale: Locale): readonly PageCell[] => [
  each.id,
  { channel: each.channel },
  scheduleText(each, locale),
  say(locale, (t) => (each.paused ? t.digests.isPaused : t.digests.active)),
];

async function setPaused(
  id: string | null,
  channel: string | null,
  paused: boolean,
  asker: Asker,
  desk: Desk,
): Promise<Reply> {
  const { locale, role } = asker;
  const before = id === null ? await digestOf(channel, desk) : await desk.digests.find(id);
  if (before === null) {
    return refusal([say(locale, (t) => t.digests.unknown, { id: id ?? "" })], {
      hint: say(locale, (t) => t.digests.usage),
    });
  }
  if (!may(role, "set_digest", before.createdBy === asker.id)) {
    return refusal([say(locale, (t) => t.digests.notAllowed)]);
  }
  await desk.digests.setPaused(before.id, paused, { who: asker.id, via: "/digest" });
  const said = say(locale, (t) => (paused ? t.digests.pausedNow : t.digests.resumedNow), {
    id: before.id,
  });
  const [verb, label] = paused
    ? ["resume", say(locale, (t) => t.digests.resume)]
    : ["pause", say(locale, (t) => t.digests.pause)];
  return page([said], { choices: [{ label, words: `digest ${verb} ${before.id}` }] });
}

async function statusPage(channel: string | null, asker: Asker, { digests }: Desk): Promise<Page> {
  const { locale, zone } = asker;
  const all = await digests.deliveries(channel, shownDeliveries);
  const title = say(locale, (t) => t.digests.statusTitle);
  if (all.length === 0) return page([say(locale, (t) => t.digests.statusEmpty)], { title });
  return page([], {
    title,
    table: {
      columns: [
        say(locale, (t) => t.digests.statusColumns.due),
        say(locale, (t) => t.digests.statusColumns.channel),
        say(locale, (t) => t.digests.statusColumns.state),
      ],
      rows: all.map((each) => [
        sayShortInstant(new Date(each.dueAt), locale, zone),
        { channel: each.channel },
        fateText(each, locale),
      ]),
    },
  });
}

function fateText({ state, reason }: Delivery, locale: Locale): string {
  const text = say(locale, (t) => t.digests.states[state]);
  return reason === null
    ? text
    : say(locale, (t) => t.digests.stateWithReason, {
        state: text,
        reason: say(locale, (t) => t.digests.reasons[reason]),
      });
}
