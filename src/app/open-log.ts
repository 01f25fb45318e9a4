import { type Logger, pino } from "pino";
import { redact } from "../slack/redact.ts";

/**
 * JSON lines on standard error, each without secrets whatever was put into it: `known` ones by
 * themselves, others by how they look.
 */
export const openLog = (level: string, known: readonly string[]): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { error: pino.stdSerializers.err },
    },
    {
      write: (line) => {
        const safe = known.reduce((text, secret) => text.replaceAll(secret, "[hidden]"), line);
        process.stderr.write(redact(safe));
      },
    },
  );
