import { expect, test } from "vitest";
import { cutPower } from "../documents/cutting.ts";
import { killWhileWriting } from "../documents/killing.ts";

const print = (text: string): void => void process.stdout.write(`  ${text}\n`);

test("a thousand kills while documents are written: no acknowledged change is lost", async () => {
  const { kills, acknowledged, unsaid, lost } = await killWhileWriting(1_000, 2);
  print(`${kills} kills, ${acknowledged} changes acknowledged, ${lost.length} lost`);
  print(`${unsaid} were durable and had not been acknowledged yet`);
  expect(lost).toEqual([]);
}, 1_800_000);

test("fifty times the power is cut after every call to the disk: no acknowledged change is lost", async () => {
  const { cuts, lost } = await cutPower(8, 50);
  print(`${cuts} cuts, ${lost.length} lost`);
  expect(lost).toEqual([]);
}, 1_800_000);
