import { expect } from "vitest";
import { calls, newPlace, type } from "./desk.ts";

export const pulled = async () => {
  const place = newPlace(calls);
  expect(await type(["pull"], { place })).toEqual({
    exit: 0,
    out: "phones: 40 rows, 40 changed\n",
    err: "",
  });
  return place;
};
