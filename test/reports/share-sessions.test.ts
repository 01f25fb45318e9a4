import { expect, test } from "vitest";
import type { RecordStore } from "../../src/records/store.ts";
import { afterTest } from "../closing.ts";
import { storeOf } from "../records/store-of.ts";
import { ask, periods, reportsOver, ticketsOn } from "./ask.ts";

/** Reports over a store that counts what it is asked. */
async function counted() {
  const store = await storeOf({ tickets: ticketsOn("2026-11-10", 40, 20) }, periods.zone);
  afterTest(store.close);
  let statements = 0;
  const records: RecordStore = {
    ...store,
    query: (sql, values) => {
      statements += 1;
      return store.query(sql, values);
    },
  };
  const reports = await reportsOver({}, { records });
  return { reports, sent: () => statements };
}

test("questions answered at the same time ask the records once", async () => {
  const one = await counted();
  await ask(one.reports, {});
  const two = await counted();
  const [first, second] = await Promise.all([ask(two.reports, {}), ask(two.reports, {})]);
  expect(first).toEqual(second);
  expect(two.sent()).toBe(one.sent());
});

test("a question that comes later asks anew", async () => {
  const { reports, sent } = await counted();
  await ask(reports, {});
  const once = sent();
  await ask(reports, {});
  expect(sent()).toBe(2 * once);
});
