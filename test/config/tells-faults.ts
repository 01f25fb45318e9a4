import { expect, test } from "vitest";
import { faultText } from "../../src/config/fault.ts";
import { faultsOf } from "./desk.ts";

export const start = "workspace: { timezone: Europe/Berlin }\n";

export const source = (more: string): string => `${start}sources:
  - name: phones
    type: csv
    path: calls.csv
    records: { calls: { id: Id, queued_at: At, outcome: Outcome } }
${more}`;

/** Text, and of each fault its line, path and what follows. */
export type WrongConfig = readonly [name: string, text: string, faults: readonly string[]];

export function tellsFaults(wrong: readonly WrongConfig[]): void {
  test.for(wrong)("%s", async ([, text, expected]) => {
    const faults = await faultsOf({ text });
    const told = faults.map((fault) => faultText({ ...fault, file: "" }).slice(1));
    expect(told).toEqual(expected);
  });
}
