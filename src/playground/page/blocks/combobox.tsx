import { type ReactNode, useId, useRef } from "react";
import type { Choice } from "../../wire.ts";
import { useDesk } from "../desk.ts";
import { ChoiceList } from "./choice-list.tsx";
import { useCombobox } from "./use-combobox.ts";

function toggled(selected: readonly Choice[], choice: Choice): readonly Choice[] {
  const rest = selected.filter(({ value }) => value !== choice.value);
  return rest.length < selected.length ? rest : [...rest, choice];
}

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
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const pick = (choice: Choice): void => onPick(isMultiple ? toggled(selected, choice) : [choice]);
  const list = useCombobox(load, pick);
  const isOpen = list.query !== null;
  const only = isMultiple ? undefined : selected[0];
  return (
    <div className="combobox">
      {isMultiple && <Chips choices={selected} onRemove={pick} />}
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
        aria-activedescendant={list.activeChoice && `${listId}-${list.active}`}
        placeholder={only?.text ?? placeholder}
        className={only === undefined ? "field" : "field field-chosen"}
        value={list.query ?? only?.text ?? ""}
        onClick={() => isOpen || list.open("")}
        onChange={({ target }) => list.open(target.value)}
        onKeyDown={list.followKey}
        onBlur={list.close}
      />
      {canClear && only !== undefined && <Clear onClear={() => onPick([])} />}
      {isOpen && (
        <ChoiceList
          id={listId}
          anchor={input}
          choices={list.choices}
          active={list.active}
          chosen={selected}
          onHover={list.activate}
          onPick={(choice) => {
            pick(choice);
            list.close();
          }}
        />
      )}
    </div>
  );
}

function Chips({
  choices,
  onRemove,
}: {
  readonly choices: readonly Choice[];
  readonly onRemove: (choice: Choice) => void;
}): ReactNode {
  const { text } = useDesk();
  return (
    <ul className="chips">
      {choices.map((choice) => (
        <li key={choice.value}>
          {choice.text}
          <button
            type="button"
            aria-label={`${text("clear")}: ${choice.text}`}
            onClick={() => onRemove(choice)}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}

function Clear({ onClear }: { readonly onClear: () => void }): ReactNode {
  const { text } = useDesk();
  return (
    <button type="button" className="combobox-clear" aria-label={text("clear")} onClick={onClear}>
      ×
    </button>
  );
}
