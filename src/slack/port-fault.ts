import { AppError } from "../errors.ts";

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: "is taken by another program",
  EACCES: "may not be opened by this user",
  EADDRNOTAVAIL: "is to be opened on an address that this machine does not have",
};

/** A port that cannot be opened, by the name of its variable; null of everything else. */
export function portFault(error: unknown, variable: string): AppError | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = reasons[code];
  if (reason === undefined) return null;
  const hint =
    code === "EADDRNOTAVAIL"
      ? "Set HEALTH_HOST to an address of this machine."
      : `Set ${variable} to a free one.`;
  return new AppError("config_invalid", `The port of ${variable} ${reason}.`, {
    hint,
    cause: error,
  });
}
