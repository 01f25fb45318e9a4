import { type KeyboardEvent, useState } from "react";
import type { Choice } from "../../wire.ts";
import { useChoices } from "./use-choices.ts";

export interface ComboboxState {
  /** What is typed; null while the list is closed. */
  readonly query: string | null;
  readonly choices: readonly Choice[] | null;
  readonly active: number;
  readonly activeChoice: Choice | undefined;
  readonly open: (typed: string) => void;
  readonly close: () => void;
  readonly activate: (at: number) => void;
  readonly followKey: (event: KeyboardEvent) => void;
}

/** The list of a combobox: open or closed, which choice is active, and the keys that move it. */
export function useCombobox(
  load: (query: string) => readonly Choice[] | Promise<readonly Choice[]>,
  pick: (choice: Choice) => void,
): ComboboxState {
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const choices = useChoices(query, load);
  const count = choices?.length ?? 0;
  const activeChoice = choices?.[active];
  const close = (): void => setQuery(null);
  const open = (typed: string): void => {
    setQuery(typed);
    setActive(0);
  };
  const step = (by: 1 | -1): void => setActive((at) => (at + by + count) % Math.max(1, count));
  const keys: Readonly<Record<string, () => void>> =
    query === null
      ? Object.fromEntries(
          ["ArrowDown", "ArrowUp", "Enter", " "].map((key) => [key, () => open("")]),
        )
      : {
          ArrowDown: () => step(1),
          ArrowUp: () => step(-1),
          Escape: close,
          Enter: () => {
            if (activeChoice !== undefined) pick(activeChoice);
            close();
          },
        };
  return {
    query,
    choices,
    active,
    activeChoice,
    open,
    close,
    activate: setActive,
    followKey: (event) => {
      const run = event.nativeEvent.isComposing ? undefined : keys[event.key];
      if (run === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      run();
    },
  };
}
