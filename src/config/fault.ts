import { AppError } from "../errors.ts";

/** One thing wrong with the configuration. Nothing in it is ever a secret. */
export interface Fault {
  /** `goalpost.yml`, or `environment`. */
  readonly file: string;
  /** From 1; `null` where there is no line to point at. */
  readonly line: number | null;
  /** `sources[0].records.calls.id`; empty for the whole file. */
  readonly path: string;
  readonly expected: string;
  /** `null`: nothing stood there. */
  readonly found: string | null;
  readonly hint: string | null;
}

/** `goalpost.yml:4 workspace.timezone: expected …, found "Mars". Did you mean …?` */
export function faultText(fault: Fault): string {
  const place = fault.line === null ? fault.file : `${fault.file}:${fault.line}`;
  const path = fault.path === "" ? "" : ` ${fault.path}`;
  const found = fault.found ?? "nothing";
  const hint = fault.hint === null ? "" : ` ${fault.hint}`;
  return `${place}${path}: expected ${fault.expected}, found ${found}.${hint}`;
}

/** Every fault at once: the message is one line each, so that whoever prints the error prints all. */
export class ConfigError extends AppError {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super("config_invalid", faults.map(faultText).join("\n"));
    this.faults = faults;
  }
}
