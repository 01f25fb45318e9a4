import { DatabaseError } from "pg";
import { AppError } from "../../errors.ts";

/** What a PostgreSQL or the way to it complains of, in words; our own bugs stay what they are. */
export function postgresFault(fault: unknown): unknown {
  if (fault instanceof AppError) return fault;
  const code = fault instanceof DatabaseError ? (fault.code ?? "") : "";
  if (code === "53100")
    return failed("store_failed", "The disk of the PostgreSQL server is full", fault);
  if (code === "42501" || code === "25006") {
    const message = "The PostgreSQL server does not let Goalpost change its records";
    return failed("store_failed", message, fault);
  }
  // The server stops, refuses the login or has no connection left; or nobody is there at all.
  const isGone = /^(?:08|28|53|57)/u.test(code) || (code === "" && isOfTheWay(fault));
  return isGone
    ? failed("database_unreachable", "The PostgreSQL server does not answer", fault)
    : fault;
}

/** Whether the same question may have an answer a moment later. */
export const isAway = (fault: unknown): boolean =>
  fault instanceof AppError && fault.code === "database_unreachable";

const isOfTheWay = (fault: unknown): boolean =>
  fault instanceof Error &&
  ("syscall" in fault ||
    ("code" in fault && typeof fault.code === "string" && /^E[A-Z]+$/u.test(fault.code)) ||
    /^(?:Connection terminated|timeout e|Client has encountered|Client was closed|Query read timeout)/u.test(
      fault.message,
    ));

const failed = (
  code: "store_failed" | "database_unreachable",
  message: string,
  cause: unknown,
): AppError =>
  new AppError(code, message, {
    hint: "See whether the server of DATABASE_URL runs and lets Goalpost in; nothing was changed.",
    cause,
  });
