import { z } from "zod";
import { filtersSchema, goalSchema } from "../../goals/goal.ts";
import { locales } from "../i18n/locale.ts";
import { postedFigureSchema } from "./posted-figure.ts";

const instant = z.iso.datetime();

/** What a digest speaks of: the week or month before its day, or the week up to then. */
export const digestPeriods = ["last_week", "this_week", "last_month"] as const;
export type DigestPeriod = (typeof digestPeriods)[number];

/** So many KPIs at most, where more than the usual five were asked for. */
export const mostKpisAsked = 10;

/** How long a digest waits for fresh data by itself, and at most: a late one must still be worth reading. */
export const usualWaitMinutes = 120;
export const mostWaitMinutes = 240;

/** What a channel asked to be told, and when. Wall-clock time in its own zone, never an offset. */
export const digestSchema = z
  .strictObject({
    /** Short enough to type: `d3`. */
    id: z.string().min(1),
    channel: z.string().min(1),
    locale: z.enum(locales),
    zone: z.string().min(1),
    /** Younger than the others: a digest without it speaks of the last week. */
    period: z.enum(digestPeriods).default("last_week"),
    /** 1 is Monday, 7 is Sunday; of a monthly one it says nothing. */
    weekday: z.int().min(1).max(7),
    /** `09:00`. */
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u),
    /** More than five only where that was asked for; none: a sensible five by what has records. */
    kpis: z.array(z.string()).max(mostKpisAsked).readonly(),
    /** The part of the desk it speaks of; empty: all of it. */
    where: filtersSchema,
    /** The same for further teams, each in a channel of its own. */
    also: z
      .array(z.strictObject({ channel: z.string().min(1), team: z.string().min(1) }).readonly())
      .readonly()
      .default([]),
    /** How long it waits for data that are not there when it is due. */
    waitMinutes: z.int().min(0).max(mostWaitMinutes).default(usualWaitMinutes),
    paused: z.boolean(),
    /** Nothing that was due before this instant is posted: set when saved, edited or resumed. */
    activeFrom: instant,
    createdBy: z.string().min(1),
    createdAt: instant,
    revision: z.int().min(1),
    submission: z.string().min(1),
  })
  .readonly();

/** `sending` is durable before the request leaves; `unknown` is read back before anything else. */
export const deliveryStates = [
  "due",
  "ready",
  "sending",
  "sent",
  "retry",
  "unknown",
  "skipped",
  "dead",
] as const;

/** Why a delivery did not happen, or has not happened yet. */
export const deliveryReasons = [
  /** The bot was not running when it was due, and a later one has come due or it was too late. */
  "missed",
  "too_late",
  "paused",
  "not_measured",
  "busy",
  /** Slack does not let Goalpost in at all: its token or its scopes. */
  "shut_out",
  "refused",
  /** People of another organization read the channel. */
  "shared",
  /** The request left and no answer came back. */
  "no_answer",
  /** No answer came back, and the channel cannot be read to find out. */
  "unknown",
  /** What a reminder would ask for was done meanwhile, or is not wanted any more. */
  "needless",
  /** It waits for fresh data. */
  "not_fresh",
  /** Its due dates cannot be counted: its zone is not known any more. */
  "unplannable",
] as const;

/** One occurrence of a digest in a channel, or a reminder to a person, and its fate. */
export const deliverySchema = z
  .strictObject({
    /** The key: digest, channel and occurrence. At most one message ever carries it. */
    id: z.string().min(1),
    /**
     * `scheduled`: an occurrence of a digest. `asked`: one by hand, for at once; it has no digest
     * behind it that could be paused. `reminder`: to a person, who is asked for something. `alert`: to
     * a channel or a person, who should know of something now.
     */
    kind: z.enum(["scheduled", "asked", "reminder", "alert"]),
    /** Null of a reminder and an alert. */
    digest: z.string().min(1).nullable(),
    /** The goal a reminder or an alert is about; null where it is about none, or several. */
    about: z.string().min(1).nullable().default(null),
    /** Or a person, whose direct messages it goes to. */
    channel: z.string().min(1),
    /** The message in whose thread it stands; null of one that stands for itself. */
    thread: z.string().nullable().default(null),
    /** Who hears of it, in which language, when it cannot be delivered. */
    owner: z.string().min(1),
    locale: z.enum(locales),
    /** An ISO week, `2026-W47`, a day, or the form it was asked for with. */
    occurrence: z.string().min(1),
    dueAt: instant,
    state: z.enum(deliveryStates),
    reason: z.enum(deliveryReasons).nullable(),
    /** Its data were not there when it was due. */
    hasWaited: z.boolean().default(false),
    /** Tries so far, to compose it or to post it. */
    attempts: z.int().min(0),
    /** The frozen message: a retry posts the same figures. */
    payload: z.json().nullable(),
    /** The figures of the message that was sent. */
    posted: z.array(postedFigureSchema).readonly().default([]),
    /** How many corrections told in its thread it shows itself; null: it cannot be changed any more. */
    shown: z.int().min(0).nullable().default(0),
    lease: z.strictObject({ holder: z.string(), until: instant }).readonly().nullable(),
    sendStartedAt: instant.nullable(),
    /** Nothing is tried before this instant. */
    nextAt: instant.nullable(),
    /** How often an unknown outcome was looked for in the channel. */
    looks: z.int().min(0),
    /** How often it could not be looked for since then. */
    unread: z.int().min(0).default(0),
    sentAt: instant.nullable(),
    /** Slack's name of the posted message. */
    ts: z.string().nullable(),
    /** Its owner has heard that it is dead. */
    told: z.boolean(),
  })
  .readonly();

/** What somebody chose for themselves. */
export const personSchema = z
  .strictObject({ id: z.string().min(1), locale: z.enum(locales).nullable() })
  .readonly();

/**
 * How far a planner has looked: everything due up to `at` has its delivery. Or `restoredMark`.
 */
export const markSchema = z.strictObject({ id: z.string().min(1), at: instant }).readonly();

/**
 * At this instant the documents were put back from an older copy. What was due up to then may have
 * been posted by deliveries that the copy knows nothing of: the channel is read before it is sent.
 */
export const restoredMark = "restored";

/** What a note may say, in characters: it stands under figures. */
export const longestNote = 200;

/** A dated event that explains figures: `2026-11-12`, "new phone menu". */
export const noteSchema = z
  .strictObject({
    /** Short enough to type: `n3`. */
    id: z.string().min(1),
    /** A day of the workspace's zone. */
    day: z.iso.date(),
    text: z.string().min(1).max(longestNote),
    createdBy: z.string().min(1),
    createdAt: instant,
  })
  .readonly();

export type Note = z.infer<typeof noteSchema>;
export type Digest = z.infer<typeof digestSchema>;
export type Delivery = z.infer<typeof deliverySchema>;
export type DeliveryReason = (typeof deliveryReasons)[number];

/** Every collection with the schema its documents are read by. */
export const collections = {
  goals: goalSchema,
  digests: digestSchema,
  deliveries: deliverySchema,
  people: personSchema,
  marks: markSchema,
  notes: noteSchema,
} as const;

export type CollectionName = keyof typeof collections;
export const collectionNames = [
  "goals",
  "digests",
  "deliveries",
  "people",
  "marks",
  "notes",
] as const satisfies readonly CollectionName[];
export type DocumentOf<N extends CollectionName> = z.infer<(typeof collections)[N]>;
