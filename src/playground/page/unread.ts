import { useEffect, useState } from "react";
import type { Snapshot } from "../wire.ts";

const newestOf = ({ messages }: Snapshot, channel: string): number =>
  messages.reduce(
    (newest, { channel: id, ts }) => (id === channel ? Math.max(newest, Number(ts)) : newest),
    0,
  );

/** Channels where something was said since the person last looked. */
export function useUnread(snapshot: Snapshot, at: string): ReadonlySet<string> {
  const [seen, setSeen] = useState<ReadonlyMap<string, number>>(
    () => new Map(snapshot.channels.map(({ id }) => [id, newestOf(snapshot, id)])),
  );
  const newestHere = newestOf(snapshot, at);
  useEffect(() => {
    setSeen((before) => new Map([...before, [at, newestHere]]));
  }, [at, newestHere]);
  return new Set(
    snapshot.channels
      .filter(({ id }) => id !== at && newestOf(snapshot, id) > (seen.get(id) ?? 0))
      .map(({ id }) => id),
  );
}
