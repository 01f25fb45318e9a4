/** Every `text` in the blocks, added up: what Slack bounds in a message. */
export function lengthOfText(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + lengthOfText(each), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, each]) =>
      sum + (key === "text" && typeof each === "string" ? each.length : lengthOfText(each)),
    0,
  );
}
