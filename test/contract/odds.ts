import { expect, test } from "vitest";
import { toldKey } from "../../goals/told-odds.ts";
import type { OddsLog } from "../../src/documents/odds-log.ts";
import { toldOdds as told } from "../fixtures/told-odds.ts";

export interface OddsOnTrial {
  readonly log: OddsLog;
  readonly reopen: () => Promise<OddsLog>;
}

/** What every log of told odds promises. */
export function oddsContract(open: () => Promise<OddsOnTrial>): void {
  test("what was told and what came of it is there after a new start, each once", async () => {
    const { log, reopen } = await open();
    await log.tell([told(), told({ odds: 10 })]);
    await Promise.all([log.tell([told({ odds: 20 })]), log.tell([told({ goal: "g2" })])]);
    await log.settle(new Map([[toldKey(told()), true]]));
    await log.settle(new Map([[toldKey(told()), false]]));
    await log.settle(new Map());
    for (const each of [log, await reopen()]) {
      expect((await each.told()).map(({ goal, odds }) => [goal, odds])).toEqual([
        ["g1", 65],
        ["g2", 65],
      ]);
      expect([...(await each.came())]).toEqual([[toldKey(told()), true]]);
    }
  });
}
