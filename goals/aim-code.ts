import { isLocalDay } from "../src/periods/local-day.ts";
import type { Goal } from "./goal.ts";

type Aim = Pick<Goal, "target" | "upTo" | "outOf">;

/** What a goal aims at as its history keeps it: `80`, `70..85` of a band, `7/10` of a count. */
export function aimCode({ target, upTo, outOf }: Aim): string | number {
  if (upTo !== undefined) return `${target}..${upTo}`;
  const part = outOf === undefined ? null : partOf(target, outOf);
  return part === null ? target : `${part}/${outOf}`;
}

/** The same read back; a number alone is what it was when only numbers were kept. */
export function readAimCode(code: string | number, now: Aim): Aim | null {
  if (typeof code === "number") {
    return now.outOf === undefined ? { target: code } : { target: code, outOf: now.outOf };
  }
  const [low = "", high] = code.split("..");
  if (high !== undefined) return { target: Number(low), upTo: Number(high) };
  const [part = "", whole] = code.split("/");
  if (whole === undefined) return null;
  return { target: (100 * Number(part)) / Number(whole), outOf: Number(whole) };
}

/** How many of them a share is; null where it is no whole number of them. */
export function partOf(target: number, whole: number): number | null {
  const part = Math.round((target * whole) / 100);
  return Math.abs((100 * part) / whole - target) > 1e-6 ? null : part;
}

/** `2026-10-31 75, 2026-11-30 78` */
export const stepsCode = (steps: Goal["steps"]): string =>
  steps.map(({ until, target }) => `${until} ${target}`).join(", ");

export const readStepsCode = (code: string): Goal["steps"] =>
  code.split(", ").flatMap((each) => {
    const [until = "", target] = each.split(" ");
    return isLocalDay(until) ? [{ until, target: Number(target) }] : [];
  });
