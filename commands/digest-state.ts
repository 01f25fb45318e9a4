import { randomUUID } from "node:crypto";
import { digestPeriods, type Digest, type DigestPeriod } from "../src/documents/shape.ts";

/** What a form of a digest is about: nothing but ids travels with it. */
export interface DigestState {
  /** The digest that is edited, as the person saw it; null of a new one. */
  readonly edits: { readonly id: string; readonly revision: number } | null;
  /** Sent twice it has one effect. */
  readonly submission: string;
  /** The period that filled in the day and the time last: another one fills them in anew. */
  readonly filledFrom: DigestPeriod;
}

export const newState = (digest: Digest | null, filledFrom: DigestPeriod): DigestState => ({
  edits: digest === null ? null : { id: digest.id, revision: digest.revision },
  submission: randomUUID(),
  filledFrom,
});

/** `submission last_week`, and of a digest that is edited `submission last_week d1 3`. */
export const stateText = ({ edits, submission, filledFrom }: DigestState): string =>
  [submission, filledFrom, ...(edits === null ? [] : [edits.id, String(edits.revision)])].join(" ");

export function readState(text: string): DigestState {
  const [submission = text, from = "", id, revision = ""] = text.split(" ");
  return {
    edits: id === undefined ? null : { id, revision: Number(revision) },
    submission,
    filledFrom: digestPeriods.find((each) => each === from) ?? "last_week",
  };
}
