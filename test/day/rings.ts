/** Whether a cron expression rings in that minute (UTC); its seconds are left aside. */
export function rings(schedule: string, at: Date): boolean {
  const [minute = "*", hour = "*", day = "*", month = "*", weekday = "*"] = schedule
    .split(" ")
    .slice(-5);
  return (
    fits(minute, at.getUTCMinutes()) &&
    fits(hour, at.getUTCHours()) &&
    fits(day, at.getUTCDate()) &&
    fits(month, at.getUTCMonth() + 1) &&
    fits(weekday, at.getUTCDay())
  );
}

const fits = (field: string, value: number): boolean =>
  field === "*" ||
  (field.startsWith("*/")
    ? value % Number(field.slice(2)) === 0
    : field.split(",").map(Number).includes(value));
