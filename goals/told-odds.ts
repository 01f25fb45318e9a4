import { z } from "zod";
import { localDaySchema } from "./goal.ts";

/** Odds as somebody was told them, and of what: an edited goal is another promise. */
export const toldOddsSchema = z
  .strictObject({
    at: z.iso.datetime(),
    goal: z.string().min(1),
    direction: z.enum(["reach", "keep"]),
    towards: z.enum(["up", "down"]),
    target: z.number(),
    /** The most, of a band whose least is the target. */
    upTo: z.number().optional(),
    deadline: localDaySchema,
    /** The first day that was not known yet when they were told. */
    from: localDaySchema,
    /** 0–100. */
    odds: z.number().min(0).max(100),
  })
  .readonly();

export type ToldOdds = z.infer<typeof toldOddsSchema>;

/** Told again before a new week is known they are the same odds: only the first telling counts. */
export const toldKey = (told: Omit<ToldOdds, "at" | "odds">): string =>
  [
    told.goal,
    told.direction,
    told.towards,
    ...(told.upTo === undefined ? [told.target] : [`${told.target}..${told.upTo}`]),
    told.deadline,
    told.from,
  ].join(" ");

/** Odds that were told, and whether it came so. */
export interface SettledOdds {
  readonly goal: string;
  readonly odds: number;
  readonly reached: boolean;
}

/** What became of odds of one tenth. */
export interface TenthOfOdds {
  /** 60 for those of 60 to 70 %. */
  readonly from: number;
  readonly count: number;
  /** What was said on average, and how many of a hundred came true; null of too few to say. */
  readonly said: number | null;
  readonly reached: number | null;
}

/** One more or less would move fewer than these by twenty points. */
export const fewestOfTenth = 5;

/** From fewer than this no picture can be drawn. */
export const fewestSettled = 20;

/** All ten, the lowest first; 100 % is of the last. */
export function tenthsOf(settled: readonly SettledOdds[]): readonly TenthOfOdds[] {
  return Array.from({ length: 10 }, (_, index) => {
    const own = settled.filter(({ odds }) => Math.min(9, Math.floor(odds / 10)) === index);
    const isEnough = own.length >= fewestOfTenth;
    return {
      from: 10 * index,
      count: own.length,
      said: isEnough ? own.reduce((sum, { odds }) => sum + odds, 0) / own.length : null,
      reached: isEnough ? (100 * own.filter(({ reached }) => reached).length) / own.length : null,
    };
  });
}
