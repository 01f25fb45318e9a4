import { randomUUID } from "node:crypto";
import type { DigestDraft, Posted } from "../src/digests/digest.ts";
import { shownDates } from "../src/digests/next-dates.ts";
import { placeIn } from "../src/digests/places.ts";
import { sayDay, sayNextDates } from "../src/digests/say-when.ts";
import { usualWaitMinutes, type Digest } from "../src/documents/shape.ts";
import { say } from "../src/i18n/say.ts";
import { addDays, localDay } from "../src/periods/local-day.ts";
import { channelFault } from "./channel-fault.ts";
import type { Asker, Page, Reply } from "./command.ts";
import type { Desk } from "./desk.ts";
import { mayChangeDigest, maySetDigest } from "./digest-pages.ts";
import { whereTo, type Meant } from "./digest-where-to.ts";
import { mayChange } from "./goal-people.ts";
import { page, refusal } from "./page.ts";
import { pressOnce } from "./press-once.ts";

const via = "/digest";

/** A digest as it is in a channel, or what one would be there that nobody has set up. */
export function draftFor(
  known: Digest | null,
  channel: string | null,
  { locale, zone }: Asker,
): DigestDraft {
  const fresh = {
    channel: channel ?? "",
    locale,
    zone,
    period: "last_week" as const,
    weekday: 1,
    time: "09:00",
    kpis: [],
    where: {},
    also: [],
    waitMinutes: usualWaitMinutes,
  };
  const place = known === null || channel === null ? undefined : placeIn(known, channel);
  return { ...(known ?? fresh), ...place, submission: randomUUID() };
}

/** Posts the digest `id` to the channel that is meant, or what one would be. */
export async function postNow(meant: Meant, asker: Asker, desk: Desk): Promise<Page> {
  const { draft, id } = meant;
  const { locale } = asker;
  if (!maySetDigest(asker)) return refusal([say(locale, (t) => t.digests.notAllowed)]);
  if (draft.channel === "") return refusal([say(locale, (t) => t.digests.needsChannel)]);
  const which = await whereTo(meant, asker, desk);
  if (which !== null) return which;
  const closed = await channelFault(draft.channel, asker, desk);
  if (closed !== null) return refusal([closed]);
  const submission = await pressOnce(id, draft.channel, desk);
  if (submission === null) return page([say(locale, (t) => t.doors.alreadyPosted)]);
  const posted = await desk.digests.postNow({ ...draft, submission }, { who: asker.id, via });
  return postedPage(
    posted,
    say(locale, (t) => t.digests.postedNow),
    asker,
  );
}

/** The same to the asker alone. */
export async function postTest(draft: DigestDraft, asker: Asker, desk: Desk): Promise<Page> {
  const posted = await desk.digests.postTest(draft, { who: asker.id, via });
  return postedPage(
    posted,
    say(asker.locale, (t) => t.digestMore.test.sent),
    asker,
  );
}

/** The tables behind a digest, into its thread; the key stands in its button. */
export async function postDetails(key: string, asker: Asker, desk: Desk): Promise<Page> {
  const { locale } = asker;
  if (key === "") return refusal([say(locale, (t) => t.digestMore.details.which)]);
  const posted = await desk.digests.postDetails(key, { who: asker.id, via });
  if (posted === null) return refusal([say(locale, (t) => t.digestMore.details.none)]);
  return postedPage(
    posted,
    say(locale, (t) => t.digestMore.details.posted),
    asker,
  );
}

function postedPage(posted: Posted, done: string, { locale }: Asker): Page {
  switch (posted.kind) {
    case "sent":
      return page([done]);
    case "pending":
      return page([say(locale, (t) => t.digests.pending)]);
    case "failed": {
      const reason = say(locale, (t) => t.digests.reasons[posted.reason]);
      return refusal([say(locale, (t) => t.digests.notPosted, { reason })]);
    }
  }
}

export async function setPaused(
  digest: Digest,
  paused: boolean,
  asker: Asker,
  desk: Desk,
): Promise<Reply> {
  const { locale } = asker;
  const { id, zone } = digest;
  if (!mayChangeDigest(asker, digest)) return refusal([say(locale, (t) => t.digests.notAllowed)]);
  await desk.digests.setPaused(id, paused, { who: asker.id, via });
  const said = say(locale, (t) => (paused ? t.digests.pausedNow : t.digests.resumedNow), { id });
  const [verb, label] = paused
    ? ["resume", say(locale, (t) => t.digests.resume)]
    : ["pause", say(locale, (t) => t.digests.pause)];
  const dates = paused ? [] : await desk.digests.nextDates(digest, shownDates);
  const next = paused ? [] : [sayNextDates(dates, locale, zone)];
  return page([said, ...next], { choices: [{ label, words: `digest ${verb} ${id}` }] });
}

/** So long no digest calls the owner: over the next one that comes on the same weekday. */
const snoozeDays = 7;

/** Whoever may change a goal may ask that its owner is left alone for a while. */
export async function snoozeGoal(id: string, asker: Asker, desk: Desk): Promise<Page> {
  const { locale } = asker;
  if (id === "") {
    return refusal([say(locale, (t) => t.goals.which, { words: "/digest snooze g1" })]);
  }
  const goal = await desk.goals.find(id.toLowerCase());
  if (goal === null) {
    return refusal([say(locale, (t) => t.goals.unknown, { id })], {
      choices: [{ label: say(locale, (t) => t.goals.list), words: "goal list" }],
    });
  }
  if (!mayChange(asker, goal)) return refusal([say(locale, (t) => t.goals.notYours)]);
  const until = addDays(localDay(desk.clock.now(), desk.periods.zone), snoozeDays);
  await desk.goals.snooze(goal.id, until, { who: asker.id, via });
  return page([
    say(locale, (t) => t.digestMore.snoozed, { goal: goal.id, day: sayDay(until, locale) }),
  ]);
}
