import { type ReactNode, useRef } from "react";
import type { Choice, Given } from "../../wire.ts";
import { useDesk } from "../desk.ts";
import { Combobox } from "./combobox.tsx";
import type { ElementProps } from "./element-view.tsx";
import { pickable, type Select } from "./pickable.ts";
import { useSurfaceOf } from "./surface.ts";
import { matching } from "./use-choices.ts";

const listed = (given: Given): readonly string[] =>
  given === null ? [] : typeof given === "string" ? [given] : given;

/** Every kind of select menu: options of the app, people, channels. */
export function SelectView({ element, blockId, field, work }: ElementProps<Select>): ReactNode {
  const { snapshot, text } = useDesk();
  const surface = useSurfaceOf();
  const seen = useRef(new Map<string, Choice>());
  const isMultiple =
    element.type === "multi_static_select" || element.type === "multi_users_select";
  const all = pickable(element, snapshot);
  const selected = listed(surface.given(blockId, element)).map(
    (value) =>
      all.find((each) => each.value === value) ??
      seen.current.get(value) ?? { text: value, value, about: null, group: null },
  );
  const load = async (query: string): Promise<readonly Choice[]> => {
    const found = await surface.lookUp(blockId, element, query);
    for (const each of found) seen.current.set(each.value, each);
    return found;
  };
  return (
    <Combobox
      id={field.id}
      label={field.label}
      describedBy={field.describedBy}
      isInvalid={field.isInvalid}
      placeholder={element.placeholder?.text ?? text("choose")}
      selected={selected}
      isMultiple={isMultiple}
      canClear={field.isOptional}
      load={element.type === "external_select" ? load : (query) => matching(all, query)}
      onPick={(choices) => {
        const values = choices.map(({ value }) => value);
        work(isMultiple ? values : (values[0] ?? null));
      }}
    />
  );
}
