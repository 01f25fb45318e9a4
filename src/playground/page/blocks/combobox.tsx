import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import type { Choice } from "../../wire.ts";
import { useDesk } from "../desk.ts";
import { ChoiceList } from "./choice-list.tsx";
import { useChoices } from "./use-choices.ts";

/** A field that is typed into to find something, and picks one or several. */
export function Combobox({
  id,
  label,
  describedBy,
  isInvalid,
  placeholder,
  selected,
  isMultiple,
  canClear,
  load,
  onPick,
}: {
  readonly id: string;
  readonly label: string | null;
  readonly describedBy: string | undefined;
  readonly isInvalid: boolean;
  readonly placeholder: string;
  readonly selected: readonly Choice[];
  readonly isMultiple: boolean;
  readonly canClear: boolean;
  readonly load: (query: string) => readonly Choice[] | Promise<readonly Choice[]>;
  readonly onPick: (choices: readonly Choice[]) => void;
}): ReactNode {
  const { text } = useDesk();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState<string | null>(null);
  const isOpen = query !== null;
  const choices = useChoices(isOpen ? query : null, load);
  const [active, setActive] = useState(0);
  const shown = choices ?? [];

  const close = (): void => setQuery(null);
  const open = (typed: string): void => {
    setQuery(typed);
    setActive(0);
  };
  const pick = (choice: Choice): void => {
    const isIn = selected.some(({ value }) => value === choice.value);
    const rest = selected.filter(({ value }) => value !== choice.value);
    onPick(isMultiple ? (isIn ? rest : [...rest, choice]) : [choice]);
    close();
  };
  const followKey = (event: KeyboardEvent): void => {
    if (!isOpen) {
      if (["ArrowDown", "ArrowUp", "Enter", " "].includes(event.key)) {
        event.preventDefault();
        open("");
      }
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive((at) => (at + step + shown.length) % Math.max(1, shown.length));
      return;
    }
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close();
      return;
    }
    const choice = shown[active];
    if (event.key === "Enter") {
      event.preventDefault();
      if (choice !== undefined) pick(choice);
    }
  };

  const only = isMultiple ? undefined : selected[0];
  return (
    <div className="combobox">
      {isMultiple && selected.length > 0 && (
        <ul className="chips">
          {selected.map((choice) => (
            <li key={choice.value}>
              {choice.text}
              <button
                type="button"
                aria-label={`${text("clear")}: ${choice.text}`}
                onClick={() => pick(choice)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-label={label ?? undefined}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-describedby={describedBy}
        aria-invalid={isInvalid}
        aria-activedescendant={isOpen && shown[active] ? `${listId}-${active}` : undefined}
        placeholder={only?.text ?? placeholder}
        className={only === undefined ? "field" : "field field-chosen"}
        value={query ?? only?.text ?? ""}
        onClick={() => isOpen || open("")}
        onChange={({ target }) => open(target.value)}
        onKeyDown={followKey}
        onBlur={close}
      />
      {canClear && only !== undefined && (
        <button
          type="button"
          className="combobox-clear"
          aria-label={text("clear")}
          onClick={() => onPick([])}
        >
          ×
        </button>
      )}
      {isOpen && (
        <ChoiceList
          id={listId}
          anchor={input}
          choices={choices}
          active={active}
          chosen={selected}
          onHover={setActive}
          onPick={pick}
        />
      )}
    </div>
  );
}
