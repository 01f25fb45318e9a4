import { atClock, isLocalDay, startOfDay } from "../periods/local-day.ts";

const pattern =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/u;

/** `--at`: an ISO instant, or a day or a time on the clock of the workspace's zone. */
export function readInstant(text: string, zone: string): Date | null {
  const match = pattern.exec(text.trim());
  if (match === null) return null;
  const [, day = "", hour, minute, second = "00", offset] = match;
  if (!isLocalDay(day)) return null;
  if (hour === undefined || minute === undefined) return startOfDay(day, zone);
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  if (offset === undefined)
    return atClock(day, ((hours * 60 + minutes) * 60 + seconds) * 1_000, zone);
  const at = Date.parse(`${day}T${hour}:${minute}:${second}${withColon(offset)}`);
  return Number.isNaN(at) ? null : new Date(at);
}

const withColon = (offset: string): string => offset.replace(/^([+-]\d{2})(\d{2})$/u, "$1:$2");
