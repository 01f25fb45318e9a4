import { createHmac, randomBytes } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { foldValue } from "../kpis/same-value.ts";
import { oneAtATime } from "../one-at-a-time.ts";
import { durableFile } from "./durable-file.ts";

/** Who was forgotten: no name, only what tells that a name is one of theirs. */
export interface ForgottenBook {
  /** What stands for the name in records; null for everybody who was not forgotten. */
  readonly pseudonymOf: (name: string) => string | null;
  /** A secret of that name, always the same. */
  readonly saltOf: (name: string) => string;
  /**
   * Durable when it resolves. The same person gets the same pseudonym again, so that forgetting can
   * be taken up where it was cut off.
   */
  readonly add: (names: readonly string[], word: "agent" | "member") => Promise<string>;
}

const fileSchema = z.strictObject({
  version: z.literal(1),
  /** Without it nobody can try out names against the list. */
  key: z.string().min(32),
  people: z
    .array(
      z
        .strictObject({ pseudonym: z.string().min(1), hashes: z.array(z.string()).readonly() })
        .readonly(),
    )
    .readonly(),
});

type ForgottenFile = z.infer<typeof fileSchema>;

export async function openForgottenBook(
  folder: string,
  warn: (message: string) => void,
): Promise<ForgottenBook> {
  const file = durableFile<ForgottenFile>({
    path: join(folder, "forgotten.json"),
    parse: (text) => fileSchema.parse(JSON.parse(text)),
    warn,
  });
  let held: ForgottenFile = (await file.read()) ?? {
    version: 1,
    key: randomBytes(32).toString("hex"),
    people: [],
  };
  let known = byHash(held);
  const inTurn = oneAtATime();
  const hashOf = (name: string): string =>
    createHmac("sha256", held.key).update(foldValue(name)).digest("hex");

  return {
    pseudonymOf: (name) => (known.size === 0 ? null : (known.get(hashOf(name)) ?? null)),
    saltOf: (name) => hashOf(`salt of ${foldValue(name)}`),
    add: (names, word) =>
      inTurn(async () => {
        const hashes = names.map(hashOf);
        const before = held.people.find((each) => each.hashes.some((one) => hashes.includes(one)));
        const pseudonym = before?.pseudonym ?? `former ${word} ${held.people.length + 1}`;
        const person = {
          pseudonym,
          hashes: [...new Set([...(before?.hashes ?? []), ...hashes])],
        };
        const people = [...held.people.filter((each) => each !== before), person];
        const fresh = { ...held, people };
        await file.write(fresh);
        held = fresh;
        known = byHash(fresh);
        return pseudonym;
      }),
  };
}

const byHash = ({ people }: ForgottenFile): ReadonlyMap<string, string> =>
  new Map(people.flatMap(({ pseudonym, hashes }) => hashes.map((hash) => [hash, pseudonym])));
