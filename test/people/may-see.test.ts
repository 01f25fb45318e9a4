import { assert, asyncProperty, boolean, constantFrom, option } from "fast-check";
import { expect, test } from "vitest";
import { maySee } from "../../src/people/may-see.ts";

const roles = ["admin", "lead", "member", "stranger"] as const;

test("a thing of a channel is for admins, for those whose it is, and for who may read there", async () => {
  await assert(
    asyncProperty(
      constantFrom(...roles),
      option(constantFrom("C0A", "C0B")),
      boolean(),
      boolean(),
      async (role, channel, isTheirs, isInside) => {
        const people = isTheirs ? ["U0OTHER", "U0ME"] : ["U0OTHER"];
        const seen = await maySee({ id: "U0ME", role }, { channel, people }, async (place, who) => {
          expect([place, who]).toEqual([channel, "U0ME"]);
          return isInside;
        });
        const wanted =
          role !== "stranger" && (role === "admin" || channel === null || isTheirs || isInside);
        expect(seen).toBe(wanted);
      },
    ),
  );
});
