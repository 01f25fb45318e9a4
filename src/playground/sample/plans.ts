import { secondsADay } from "./wall-clock.ts";
import type { DayNumber, WallSeconds } from "./wall-clock.ts";

export interface Milestone {
  readonly id: string;
  readonly plan: "channels" | "mobile" | "technology" | "appreciation";
  readonly what: string;
  readonly plannedAt: WallSeconds;
  readonly doneAt: WallSeconds | null;
}

/** How many days ago it was planned, and done; null where it is still to do. */
type Plan = readonly (readonly [what: string, planned: number, done: number | null])[];

const plans: Readonly<Record<Milestone["plan"], Plan>> = {
  channels: [
    ["E-mail", 700, 699],
    ["Web form", 700, 690],
    ["Phone", 700, 680],
    ["Chat", 600, 520],
    ["Messenger", 500, 390],
    ["Social media", 400, 260],
    ["Video call", 120, null],
    ["Community", 90, null],
  ],
  mobile: [
    ["Contact form", 420, 360],
    ["Order status", 420, 300],
    ["Chat window", 420, 210],
    ["Invoices", 240, 95],
    ["Returns", 240, 20],
    ["Help centre", 150, null],
    ["Surveys", 150, null],
  ],
  technology: [
    ["Co-browsing", 330, 150],
    ["Speech to text", 210, 48],
    ["Translation of chats", 100, null],
  ],
  appreciation: [
    ["Thank-you cards", 180, 160],
    ["Anniversary notes", 180, 33],
    ["Customer day", 60, null],
  ],
};

/** The desk's plans as they stand today. */
export const plansUntil = (today: DayNumber): readonly Milestone[] =>
  (["channels", "mobile", "technology", "appreciation"] as const).flatMap((plan) =>
    plans[plan].map(([what, planned, done], index): Milestone => {
      return {
        id: `${plan}-${index + 1}`,
        plan,
        what,
        plannedAt: morningOf(today - planned),
        doneAt: done === null ? null : morningOf(today - done),
      };
    }),
  );

const morningOf = (day: DayNumber): WallSeconds => day * secondsADay + 9 * 3600;
