import { DatabaseError } from "pg";
import { AppError } from "../../errors.ts";

/** What may be gone a moment later: the connection, a failover, two who waited for each other. */
const passing: ReadonlySet<string> = new Set([
  "40001", // serialization_failure
  "40P01", // deadlock_detected
  "55P03", // lock_not_available
  "57014", // query_canceled: our own time limit
  "57P01", // admin_shutdown
  "57P02", // crash_shutdown
  "57P03", // cannot_connect_now: starting up
  "57P05", // idle_session_timeout
  "25P03", // idle_in_transaction_session_timeout: this process was frozen over a change
  "25006", // read_only_sql_transaction: the server before has become a standby
  "53300", // too_many_connections
]);

/** What stays until somebody does something about it: the start is refused. */
const refusals: Readonly<Record<string, string>> = {
  "28P01": "Check the user and the password in DATABASE_URL.",
  "28000": "Check the user in DATABASE_URL, and what pg_hba.conf of the server lets in.",
  "3D000": "Make the database with “createdb”, or check its name in DATABASE_URL.",
  "42501":
    "Give the user of DATABASE_URL a schema “goalpost” of its own, or the right to make one.",
};

/** The server is a standby: it takes no changes, and what it holds may be of a while ago. */
export class OnStandby extends Error {
  override readonly name = "OnStandby";
}

/** Whether the same statement may succeed if it is asked again, over another connection perhaps. */
export function isPassing(error: unknown): boolean {
  if (error instanceof DatabaseError) {
    return passing.has(error.code ?? "") || (error.code ?? "").startsWith("08");
  }
  return isLost(error) || error instanceof OnStandby;
}

/** The connection failed, and with it the answer. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof AppError) return false;
  if (error instanceof DatabaseError) return error.severity === "FATAL";
  const code = "code" in error ? String(error.code) : "";
  return (
    /^(?:ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|EAI_|ENOTFOUND|ENOENT)/u.test(code) ||
    /^(?:Connection terminated|Query read timeout|timeout exceeded|Client has encountered)/iu.test(
      error.message,
    )
  );
}

/** In words for whoever runs Goalpost; `place` names the database without its password. */
export function toFault(error: unknown, place: string): unknown {
  if (error instanceof AppError) return error;
  if (error instanceof DatabaseError) {
    const hint = refusals[error.code ?? ""];
    if (hint !== undefined)
      return refused(`The database ${place} says: ${error.message}`, hint, error);
    if (!isPassing(error)) return error;
  }
  if (isTls(error)) {
    const reason = error instanceof Error ? error.message : "";
    const hint = "Check “sslmode” and “sslrootcert” in DATABASE_URL.";
    return refused(`The database ${place} could not be reached safely: ${reason}`, hint, error);
  }
  if (error instanceof Error && /^SASL.*client password must be/u.test(error.message)) {
    const says = `The database ${place} wants a password that DATABASE_URL does not have`;
    return refused(says, "Write it behind the user: postgres://user:password@host.", error);
  }
  if (!isPassing(error)) return error;
  const [happened, hint] = isReadOnly(error)
    ? ["takes no changes", "Let DATABASE_URL lead to the primary, which is not read-only."]
    : ["does not answer", "Check that it runs and can be reached from here, then try again."];
  return new AppError("database_unreachable", `The database ${place} ${happened}`, {
    hint,
    cause: error,
  });
}

const isReadOnly = (error: unknown): boolean =>
  error instanceof OnStandby || (error instanceof DatabaseError && error.code === "25006");

export const refused = (message: string, hint: string, cause?: unknown): AppError =>
  new AppError("database_refused", message, { hint, cause });

function isTls(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return (
    /^(?:ERR_TLS|ERR_SSL|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_)/u.test(code) ||
    error.message.includes("does not support SSL")
  );
}
