import { expect, test } from "vitest";
import { readTarget } from "../../goals/target.ts";
import { readWithin } from "../../goals/within.ts";

const share = { unit: "percent", baseline: 70 } as const;
const time = { unit: "seconds", baseline: 7_200 } as const;
const count = { unit: "count", baseline: 333 } as const;
const nps = { unit: "points", baseline: 20 } as const;

test.each([
  ["+5pp", share, 75],
  ["-5 p.p.", share, 65],
  ["+5%p", share, 75],
  ["+5 個百分點", share, 75],
  ["+5 п. п.", share, 75],
  ["−20 %", time, 5_760],
  ["+ 10 percent", count, 366],
  ["-20 퍼센트", time, 5_760],
  ["-20 процентов", time, 5_760],
  ["+5pp", nps, 25],
  ["80 %", share, 80],
  ["2h", time, 7_200],
  ["-5", nps, -5],
  ["+12", nps, 12],
] as const)("%s from %o is %d", (text, scale, value) => {
  expect(readTarget(text, scale, "en")).toBe(value);
});

test("a percentage of a percentage could mean two things, and is asked", () => {
  expect(readTarget("+20 %", share, "en")).toEqual({
    fault: "change_unclear",
    relative: 84,
    points: 90,
  });
});

test("a change of nothing is none", () => {
  expect(readTarget("+5pp", { ...share, baseline: null }, "en")).toEqual({
    fault: "change_of_nothing",
  });
  expect(readTarget("-20%", { ...time, baseline: null }, "en")).toEqual({
    fault: "change_of_nothing",
  });
});

test.each([
  ["+5pp", time],
  ["-20%", nps],
  ["+NaN%", time],
  ["+%", time],
  ["5pp", share],
] as const)("%s is no target here", (text, scale) => {
  expect(readTarget(text, scale, "en")).toMatchObject({ fault: expect.any(String) });
});

test.each([
  ["90 % within 1h", "90 %", 3_600],
  ["90% answered within 30 min", "90%", 1_800],
  ["90 % за 1 час", "90 %", 3_600],
  ["1시간 이내 90%", "90%", 3_600],
  ["30 分鐘內 90 %", "90 %", 1_800],
  ["在 1 小時以內達 90%", "90%", 3_600],
  ["90 % ответов за 30 минут", "90 %", 1_800],
  ["90% 1시간 이내", "90%", 3_600],
  ["90 % 1시간 이내 응답", "90 %", 3_600],
  ["1시간 이내에 90% 응답", "90%", 3_600],
  ["90% 在 1 小時內", "90%", 3_600],
  ["90 % 於30分鐘內回應", "90 %", 1_800],
])("%s is a share within a time", (text, part, seconds) => {
  expect(readWithin(text)).toEqual({ share: part, seconds });
});

test.each(["90 %", "4h", "within 1h", "90 % within reason", ""])("%s is none", (text) => {
  expect(readWithin(text)).toBeNull();
});
