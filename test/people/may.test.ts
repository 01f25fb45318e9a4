import { expect, test } from "vitest";
import { may, type Role } from "../../src/people/may.ts";

test.each([
  ["admin", true, true, true],
  ["lead", true, true, true],
  ["member", true, false, true],
  ["stranger", false, false, false],
] as const satisfies readonly (readonly [Role, boolean, boolean, boolean])[])(
  "%s: may ask %s, see single agents and set goals and digests %s, change own ones %s",
  (role, asks, sets, changesOwn) => {
    expect(may(role, "ask")).toBe(asks);
    expect(may(role, "see_agents")).toBe(sets);
    for (const deed of ["set_goal", "set_digest"] as const) {
      expect(may(role, deed)).toBe(sets);
      expect(may(role, deed, true)).toBe(changesOwn);
    }
  },
);
