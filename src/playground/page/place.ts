import { useEffect, useState } from "react";

/** Who one is and where: the address's hash, so that a reload or a link comes back here. */
export interface Place {
  readonly as: string;
  /** A channel's id, or `home` for the app's home tab. */
  readonly at: string;
}

const start: Place = { as: "U0LENA", at: "C0LEADS" };

function readPlace(): Place {
  const [as = "", at = ""] = location.hash.slice(1).split("/");
  return { as: as === "" ? start.as : as, at: at === "" ? start.at : at };
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
