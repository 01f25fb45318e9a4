import { z } from "zod";
import { toldKey, toldOddsSchema, type ToldOdds } from "../../goals/told-odds.ts";
import { oneAtATime } from "../one-at-a-time.ts";
import { openLineFile } from "./line-file.ts";

const lineSchema = z.union([
  z.strictObject({ told: toldOddsSchema }),
  z.strictObject({ came: z.strictObject({ key: z.string(), reached: z.boolean() }) }),
]);

type Line = z.infer<typeof lineSchema>;

/** Every odds that were told, and what came of them: one JSON line each, never rewritten. */
export interface OddsLog {
  readonly told: () => Promise<readonly ToldOdds[]>;
  /** What came of those that are no longer open, by `toldKey`. */
  readonly came: () => Promise<ReadonlyMap<string, boolean>>;
  /** Of odds told before nothing is written. Durable when it resolves. */
  readonly tell: (odds: readonly ToldOdds[]) => Promise<void>;
  readonly settle: (outcomes: ReadonlyMap<string, boolean>) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Throws `store_failed` where the file cannot be read or written. */
export async function openOddsLog(path: string): Promise<OddsLog> {
  const file = await openLineFile({ path });
  const told = new Map<string, ToldOdds>();
  const came = new Map<string, boolean>();
  const take = (line: Line): void => {
    if ("came" in line) came.set(line.came.key, line.came.reached);
    else if (!told.has(toldKey(line.told))) told.set(toldKey(line.told), line.told);
  };
  for await (const text of file.lines()) for (const line of toLine(text)) take(line);

  const write = async (lines: readonly Line[]): Promise<void> => {
    await file.append(lines);
    for (const line of lines) take(line);
  };
  const inTurn = oneAtATime();

  return {
    told: async () => [...told.values()],
    came: async () => new Map(came),
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
