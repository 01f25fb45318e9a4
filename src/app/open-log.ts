import { type Logger, pino } from "pino";
import { namesSecret, redact } from "../slack/redact.ts";

/**
 * JSON lines on standard error, each without secrets whatever was put into it: `known` ones by
 * themselves, also those that become known later, others by how they look or what they are called.
 */
export const openLog = (
  level: string,
  known: ReadonlySet<string>,
  write = (line: string): void => void process.stderr.write(line),
): Logger => {
  const hide = (text: string): string => {
    let hidden = text;
    for (const secret of known) hidden = hidden.replaceAll(secret, "[hidden]");
    return redact(hidden);
  };
  // Text by text: in the written line quotes stand otherwise, and what is cut out could take some along.
  const safe = (name: string, value: unknown): unknown => {
    if (namesSecret(name)) return "[hidden]";
    return typeof value === "string" ? hide(value) : value;
  };
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { error: pino.stdSerializers.err },
    },
    { write: (line) => write(`${JSON.stringify(JSON.parse(line), safe)}\n`) },
  );
};
