import { open } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { toldKey, toldOddsSchema, type ToldOdds } from "../../goals/told-odds.ts";
import { oneAtATime } from "../one-at-a-time.ts";
import { syncFolder } from "./durable-file.ts";
import { orStoreFailed } from "./or-store-failed.ts";

const lineSchema = z.union([
  z.strictObject({ told: toldOddsSchema }),
  z.strictObject({ came: z.strictObject({ key: z.string(), reached: z.boolean() }) }),
]);

type Line = z.infer<typeof lineSchema>;

/** Every odds that were told, and what came of them: one JSON line each, never rewritten. */
export interface OddsLog {
  readonly told: () => readonly ToldOdds[];
  /** By `toldKey`; null as long as it is open. */
  readonly reached: (key: string) => boolean | null;
  /** Of odds told before nothing is written. Durable when it resolves. */
  readonly tell: (odds: readonly ToldOdds[]) => Promise<void>;
  readonly settle: (outcomes: ReadonlyMap<string, boolean>) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Throws `store_failed` where the file cannot be read or written. */
export async function openOddsLog(path: string): Promise<OddsLog> {
  const file = await orStoreFailed(path, () => open(path, "a+", 0o600));
  await orStoreFailed(path, () => file.chmod(0o600));
  await syncFolder(dirname(path));
  const text = await orStoreFailed(path, () => file.readFile("utf8"));
  const told = new Map<string, ToldOdds>();
  const came = new Map<string, boolean>();
  const take = (line: Line): void => {
    if ("came" in line) came.set(line.came.key, line.came.reached);
    else if (!told.has(toldKey(line.told))) told.set(toldKey(line.told), line.told);
  };
  for (const line of text.split("\n").flatMap(toLine)) take(line);

  const write = (lines: readonly Line[]) =>
    orStoreFailed(path, async () => {
      await file.appendFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
      await file.sync();
      for (const line of lines) take(line);
    });
  // A line cut off by a crash must not swallow the next one.
  if (text !== "" && !text.endsWith("\n")) await orStoreFailed(path, () => file.appendFile("\n"));
  const inTurn = oneAtATime();

  return {
    told: () => [...told.values()],
    reached: (key) => came.get(key) ?? null,
    tell: (odds) =>
      inTurn(async () => {
        const first = new Map(odds.toReversed().map((each) => [toldKey(each), each]));
        const fresh = [...first].filter(([key]) => !told.has(key)).toReversed();
        if (fresh.length > 0) await write(fresh.map(([, each]) => ({ told: each })));
      }),
    settle: (outcomes) =>
      inTurn(async () => {
        const fresh = [...outcomes].filter(([key]) => !came.has(key));
        if (fresh.length > 0) {
          await write(fresh.map(([key, reached]) => ({ came: { key, reached } })));
        }
      }),
    close: () => inTurn(() => file.close()),
  };
}

function toLine(text: string): readonly Line[] {
  try {
    return [lineSchema.parse(JSON.parse(text))];
  } catch {
    // Cut off by a crash: it was never acknowledged.
    return [];
  }
}
