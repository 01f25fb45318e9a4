import { exitCodes, type ExitCode, type Screen } from "./screen.ts";

/** Says why not, on stderr. */
export function refuse(lines: readonly string[], screen: Screen): ExitCode {
  screen.stderr(`${lines.join("\n")}\n`);
  return exitCodes.refused;
}
