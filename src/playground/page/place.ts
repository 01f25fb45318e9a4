import { useEffect, useState } from "react";

/** Who one is and where: the address's hash, so that a reload or a link comes back here. */
export interface Place {
  /** A person's id; empty is whoever the server thinks of first. */
  readonly as: string;
  /** A channel's id, or `home` for the app's home tab; empty is the first channel. */
  readonly at: string;
}

function readPlace(): Place {
  const [as = "", at = ""] = location.hash.slice(1).split("/");
  return { as, at };
}

export function usePlace(): readonly [Place, (place: Place) => void] {
  const [place, setPlace] = useState(readPlace);
  useEffect(() => {
    const follow = (): void => setPlace(readPlace());
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  const go = ({ as, at }: Place): void => {
    location.hash = `${as}/${at}`;
  };
  return [place, go];
}
