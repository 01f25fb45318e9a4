import { expect } from "vitest";
import { type Asking, bring } from "./bringing.ts";

/** Why nothing is brought over, in the words that are said; what to do next is said too. */
export async function refusal(settings: object, asking: Asking = {}): Promise<string> {
  const fault: Error = await bring(settings, { limits: {}, ...asking }).then(
    () => {
      throw new Error("it was brought over");
    },
    (reason: Error) => reason,
  );
  expect(fault).toMatchObject({ hint: expect.stringMatching(/\.$/u) });
  return fault.message;
}
