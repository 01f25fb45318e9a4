import { type Answer, type Args, refuse } from "./method.ts";

/** One page of a list, the way Slack's cursors walk it. */
export function pageOf<T>(
  list: readonly T[],
  args: Args,
  otherwise: number,
  answer: (page: readonly T[], hasMore: boolean) => Readonly<Record<string, unknown>>,
): Answer {
  const cursor = args.text("cursor");
  const from = cursor === null ? 0 : Number(Buffer.from(cursor, "base64").toString("utf8"));
  if (!Number.isInteger(from) || from < 0 || from > list.length) return refuse("invalid_cursor");
  const to = from + Math.min(args.count("limit", otherwise), 1000);
  const hasMore = to < list.length;
  const next = hasMore ? Buffer.from(String(to)).toString("base64") : "";
  return {
    ok: true,
    ...answer(list.slice(from, to), hasMore),
    response_metadata: { next_cursor: next },
  };
}
