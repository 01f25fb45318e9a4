import { createHmac, randomBytes } from "node:crypto";
import { z } from "zod";
import { foldValue } from "../kpis/same-value.ts";

/** Who was forgotten: no name, only what tells that a name is one of theirs. */
export interface ForgottenBook {
  /** Everybody who was forgotten so far. */
  readonly read: () => Promise<ForgottenNames>;
  /** The book as it is kept, to be taken elsewhere; null where nobody was ever forgotten. */
  readonly held: () => Promise<Forgotten | null>;
  /**
   * Durable when it resolves. The same person gets the same pseudonym again, so that forgetting can
   * be taken up where it was cut off.
   */
  readonly add: (names: readonly string[], word: "agent" | "member") => Promise<string>;
}

export interface ForgottenNames {
  /** What stands for the name in records; null for everybody who was not forgotten. */
  readonly pseudonymOf: (name: string) => string | null;
  /** A secret of that name, always the same. */
  readonly saltOf: (name: string) => string;
}

export const forgottenSchema = z.strictObject({
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

/** The book as it is kept. */
export type Forgotten = z.infer<typeof forgottenSchema>;

export const nobodyForgotten = (): Forgotten => ({
  version: 1,
  key: randomBytes(32).toString("hex"),
  people: [],
});

export function namesIn({ key, people }: Forgotten): ForgottenNames {
  const known = new Map(
    people.flatMap(({ pseudonym, hashes }) => hashes.map((hash) => [hash, pseudonym])),
  );
  return {
    pseudonymOf: (name) => (known.size === 0 ? null : (known.get(hashOf(key, name)) ?? null)),
    saltOf: (name) => hashOf(key, `salt of ${foldValue(name)}`),
  };
}

/** The book with one person more, or with more names of one it has. */
export function withPerson(
  held: Forgotten,
  names: readonly string[],
  word: "agent" | "member",
): { readonly book: Forgotten; readonly pseudonym: string } {
  const hashes = names.map((name) => hashOf(held.key, name));
  const before = held.people.find((each) => each.hashes.some((one) => hashes.includes(one)));
  const pseudonym = before?.pseudonym ?? `former ${word} ${held.people.length + 1}`;
  const person = { pseudonym, hashes: [...new Set([...(before?.hashes ?? []), ...hashes])] };
  const people = [...held.people.filter((each) => each !== before), person];
  return { book: { ...held, people }, pseudonym };
}

const hashOf = (key: string, name: string): string =>
  createHmac("sha256", key).update(foldValue(name)).digest("hex");
