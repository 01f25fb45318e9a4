import { useEffect, useRef, useState } from "react";
import type { Choice } from "../../wire.ts";

/** Long enough that a typed word asks once. */
const waitMs = 120;

/** The choices for what is typed; null while they are on their way. */
export function useChoices(
  query: string | null,
  load: (query: string) => readonly Choice[] | Promise<readonly Choice[]>,
): readonly Choice[] | null {
  const [found, setFound] = useState<readonly Choice[] | null>(null);
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    setFound(null);
    if (query === null) return undefined;
    let isCurrent = true;
    const show = (choices: readonly Choice[]): void => {
      if (isCurrent) setFound(choices);
    };
    const ask = (): void => {
      const loaded = latest.current(query);
      if ("then" in loaded) void loaded.then(show);
      else show(loaded);
    };
    const timer = query === "" ? undefined : setTimeout(ask, waitMs);
    if (timer === undefined) ask();
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [query]);
  return found;
}

/** The choices whose text or value holds what is typed. */
export const matching = (choices: readonly Choice[], query: string): readonly Choice[] => {
  const wanted = query.trim().toLowerCase();
  return choices.filter(
    ({ text, value }) =>
      text.toLowerCase().includes(wanted) || value.toLowerCase().includes(wanted),
  );
};
