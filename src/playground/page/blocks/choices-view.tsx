import type { ReactNode } from "react";
import type { LiveElement, Option } from "../../block-kit/elements.ts";
import { Text } from "../mrkdwn.tsx";
import type { ElementProps } from "./element-view.tsx";
import { useSurfaceOf } from "./surface.ts";

function OptionText({ option }: { readonly option: Option }): ReactNode {
  return (
    <span>
      <Text of={option.text} />
      {option.description !== undefined && (
        <small>
          <Text of={option.description} />
        </small>
      )}
    </span>
  );
}

export function RadioView({
  element,
  blockId,
  field,
  work,
}: ElementProps<Extract<LiveElement, { type: "radio_buttons" }>>): ReactNode {
  const given = useSurfaceOf().given(blockId, element);
  return (
    <div role="radiogroup" className="options" aria-label={field.label ?? undefined}>
      {element.options.map((option, at) => (
        <label key={option.value}>
          <input
            type="radio"
            id={at === 0 ? field.id : undefined}
            name={field.id}
            aria-describedby={field.describedBy}
            checked={given === option.value}
            onChange={() => work(option.value)}
          />
          <OptionText option={option} />
        </label>
      ))}
    </div>
  );
}

export function CheckboxesView({
  element,
  blockId,
  field,
  work,
}: ElementProps<Extract<LiveElement, { type: "checkboxes" }>>): ReactNode {
  const given = useSurfaceOf().given(blockId, element);
  const chosen = Array.isArray(given) ? given : [];
  return (
    <div role="group" className="options" aria-label={field.label ?? undefined}>
      {element.options.map((option, at) => (
        <label key={option.value}>
          <input
            type="checkbox"
            id={at === 0 ? field.id : undefined}
            aria-describedby={field.describedBy}
            checked={chosen.includes(option.value)}
            onChange={({ target }) =>
              work(
                target.checked
                  ? [...chosen, option.value]
                  : chosen.filter((each) => each !== option.value),
              )
            }
          />
          <OptionText option={option} />
        </label>
      ))}
    </div>
  );
}
