import { DatabaseError, type Pool, type QueryConfig } from "pg";
import { AppError } from "../../errors.ts";
import type { Bound, RecordStore, ResultRow } from "../store.ts";
import type { Patience } from "../../patience.ts";
import { atMost } from "./at-most.ts";
import { isAway, postgresFault } from "./postgres-fault.ts";

export interface Asking {
  readonly timeLimitMs: number;
  /** With which a server that is away is waited for. */
  readonly patience: Patience;
}

/**
 * Answers questions, each with what is committed when it begins. The pool would give up those that
 * wait for a connection longer than it may take to open one, so they wait before it.
 */
export function queryOf(pool: Pool, { timeLimitMs, patience }: Asking): RecordStore["query"] {
  const inTurn = atMost(pool.options.max);
  const ask = async (question: QueryConfig): Promise<readonly ResultRow[]> => {
    try {
      return (await inTurn(() => pool.query<ResultRow>(question))).rows;
    } catch (cause) {
      if (!(cause instanceof DatabaseError) || cause.code !== "57014") throw postgresFault(cause);
      throw new AppError("query_stopped", `The question took longer than ${timeLimitMs / 1000} s`, {
        hint: "Ask about a shorter period or fewer segments.",
        cause,
      });
    }
  };
  return async (sql, values = []) => {
    if (!/^\s*(?:select|with)\s/iu.test(sql)) {
      throw new Error("A question to the records is a select");
    }
    // Extended: takes one statement alone, however few values it has.
    const question = { text: sql, values: values.map(toText), queryMode: "extended" };
    return await patience(() => ask(question), isAway);
  };
}

/** A value as it is bound. No record holds a NUL, so that one finds nothing; the server refuses it. */
const toText = (value: Bound): string | null =>
  value === null ? null : String(value).replaceAll("\0", "\uFFFD");
