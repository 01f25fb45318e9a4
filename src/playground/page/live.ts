import { useEffect, useReducer, useState } from "react";
import type { LiveEvent, Message, Snapshot } from "../wire.ts";

const byTime = (a: Message, b: Message): number => Number(a.ts) - Number(b.ts);
const isSame = (a: Message, b: Message): boolean => a.channel === b.channel && a.ts === b.ts;

function withChange(snapshot: Snapshot | null, event: LiveEvent): Snapshot | null {
  if (event.kind === "snapshot") return event.snapshot;
  if (snapshot === null) return null;
  switch (event.kind) {
    case "message": {
      const others = snapshot.messages.filter((each) => !isSame(each, event.message));
      return { ...snapshot, messages: [...others, event.message].toSorted(byTime) };
    }
    case "gone":
      return {
        ...snapshot,
        messages: snapshot.messages.filter((each) => !isSame(each, event.message)),
      };
    case "channel": {
      const others = snapshot.channels.filter(({ id }) => id !== event.channel.id);
      const isKnown = others.length < snapshot.channels.length;
      return {
        ...snapshot,
        channels: isKnown
          ? snapshot.channels.map((each) => (each.id === event.channel.id ? event.channel : each))
          : [...others, event.channel],
      };
    }
    case "modals":
      return { ...snapshot, modals: event.views };
    case "home":
      return { ...snapshot, home: event.view };
    case "connected":
      return { ...snapshot, connected: event.connected };
  }
}

/** What this person sees, kept current; `isLost` while the server cannot be reached. */
export function useLive(as: string): {
  readonly snapshot: Snapshot | null;
  readonly isLost: boolean;
} {
  const [snapshot, tell] = useReducer(withChange, null);
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    const feed = new EventSource(`/playground/live?as=${encodeURIComponent(as)}`);
    feed.addEventListener("open", () => setLost(false));
    feed.addEventListener("error", () => {
      setLost(true);
      // The server answered that there is no such person: an old link.
      if (feed.readyState === EventSource.CLOSED) location.hash = "";
    });
    feed.addEventListener("message", ({ data }: MessageEvent<string>) => {
      const event: LiveEvent = JSON.parse(data);
      tell(event);
    });
    return () => feed.close();
  }, [as]);
  return { snapshot, isLost };
}
