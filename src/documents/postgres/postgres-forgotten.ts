import { AppError } from "../../errors.ts";
import {
  type Forgotten,
  type ForgottenBook,
  forgottenSchema,
  namesIn,
  nobodyForgotten,
  withPerson,
} from "../forgotten.ts";
import type { Database, Run } from "./database.ts";

/** The book of who was forgotten, in one row. */
export const createPostgresForgotten = ({
  ask,
  inTurn,
}: Pick<Database, "ask" | "inTurn">): ForgottenBook => ({
  read: async () => namesIn((await bookIn(ask)) ?? nobodyForgotten()),
  held: () => bookIn(ask),
  add: (names, word) =>
    inTurn({
      work: async (run) => {
        const { book, pseudonym } = withPerson(
          (await bookIn(run)) ?? nobodyForgotten(),
          names,
          word,
        );
        await putBook(run, book);
        return pseudonym;
      },
      // The same names get the same pseudonym again.
      wasDone: async () => false,
    }),
});

export async function bookIn(run: Run): Promise<Forgotten | null> {
  const [row] = await run("select body from goalpost.kept where name = 'forgotten'");
  if (row === undefined) return null;
  const book = forgottenSchema.safeParse(row["body"]);
  if (book.success) return book.data;
  throw new AppError("document_broken", "The row “forgotten” of goalpost.kept is broken", {
    hint: "Restore it from a backup. Nothing was overwritten.",
    cause: book.error,
  });
}

export const putBook = (run: Run, book: Forgotten) =>
  run(
    `insert into goalpost.kept (name, body) values ('forgotten', $1)
    on conflict (name) do update set body = excluded.body`,
    [JSON.stringify(book)],
  );
