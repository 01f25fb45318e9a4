import { join } from "node:path";
import { oneAtATime } from "../one-at-a-time.ts";
import { durableFile } from "./durable-file.ts";
import {
  type Forgotten,
  type ForgottenBook,
  forgottenSchema,
  namesIn,
  nobodyForgotten,
  withPerson,
} from "./forgotten.ts";

/** The book in a file of the data folder. */
export async function openForgottenBook(
  folder: string,
  warn: (message: string) => void,
): Promise<ForgottenBook> {
  const file = bookFile(folder, warn);
  let held = (await file.read()) ?? nobodyForgotten();
  const inTurn = oneAtATime();

  return {
    read: async () => namesIn(held),
    held: async () => (held.people.length === 0 ? null : held),
    add: (names, word) =>
      inTurn(async () => {
        const { book, pseudonym } = withPerson(held, names, word);
        await file.write(book);
        held = book;
        return pseudonym;
      }),
  };
}

export const bookFile = (folder: string, warn: (message: string) => void) =>
  durableFile<Forgotten>({
    path: join(folder, "forgotten.json"),
    parse: (text) => forgottenSchema.parse(JSON.parse(text)),
    warn,
  });
