import { type Logger, pino } from "pino";
import { redact } from "../slack/redact.ts";

/** JSON lines on standard error, each without secrets whatever was put into it. */
export const openLog = (level: string): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { error: pino.stdSerializers.err },
    },
    { write: (line) => void process.stderr.write(redact(line)) },
  );
