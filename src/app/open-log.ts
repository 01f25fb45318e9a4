import { type Logger, pino } from "pino";
import { redact } from "../slack/redact.ts";

/**
 * JSON lines on standard error, each without secrets whatever was put into it: `known` ones by
 * themselves, also those that become known later, others by how they look.
 */
export const openLog = (level: string, known: ReadonlySet<string>): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { error: pino.stdSerializers.err },
    },
    {
      write: (line) => {
        let safe = line;
        for (const secret of known) safe = safe.replaceAll(secret, "[hidden]");
        process.stderr.write(redact(safe));
      },
    },
  );
