import { type ReactNode, useId } from "react";
import type { BlockOf } from "../../block-kit/blocks.ts";
import { useDesk } from "../desk.ts";
import { Text } from "../mrkdwn.tsx";
import { ElementView } from "./element-view.tsx";
import { ImageView } from "./image-view.tsx";
import { useSurfaceOf } from "./surface.ts";

export function SectionView({ block }: { readonly block: BlockOf<"section"> }): ReactNode {
  const id = useId();
  const { accessory } = block;
  return (
    <div className="section">
      <div className="section-words">
        {block.text !== undefined && (
          <p>
            <Text of={block.text} />
          </p>
        )}
        {block.fields !== undefined && (
          <div className="section-fields">
            {block.fields.map((field, at) => (
              <p key={at}>
                <Text of={field} />
              </p>
            ))}
          </div>
        )}
      </div>
      {accessory !== undefined && (
        <div className="section-accessory">
          {accessory.type === "image" ? (
            <ImageView image={accessory} className="accessory-image" />
          ) : (
            <ElementView
              element={accessory}
              blockId={block.block_id ?? ""}
              dispatches
              field={{
                id,
                label: block.text?.text ?? null,
                describedBy: undefined,
                isInvalid: false,
                isOptional: false,
              }}
            />
          )}
        </div>
      )}
    </div>
  );
}

export function ActionsView({ block }: { readonly block: BlockOf<"actions"> }): ReactNode {
  const id = useId();
  return (
    <div className="actions">
      {block.elements.map((element, at) => (
        <ElementView
          key={element.action_id ?? at}
          element={element}
          blockId={block.block_id ?? ""}
          dispatches
          field={{
            id: `${id}-${at}`,
            label: "placeholder" in element ? (element.placeholder?.text ?? null) : null,
            describedBy: undefined,
            isInvalid: false,
            isOptional: false,
          }}
        />
      ))}
    </div>
  );
}

export function InputView({ block }: { readonly block: BlockOf<"input"> }): ReactNode {
  const { text } = useDesk();
  const { errors } = useSurfaceOf();
  const id = useId();
  const error = errors[block.block_id ?? ""];
  const describedBy = [
    ...(error === undefined ? [] : [`${id}-error`]),
    ...(block.hint === undefined ? [] : [`${id}-hint`]),
  ].join(" ");
  const isGroup = ["radio_buttons", "checkboxes"].includes(block.element.type);
  const label = (
    <>
      <Text of={block.label} />
      {block.optional === true && <span className="optional"> ({text("optional")})</span>}
    </>
  );
  return (
    <div className={error === undefined ? "input" : "input input-wrong"}>
      {isGroup ? (
        <p className="input-label">{label}</p>
      ) : (
        <label className="input-label" htmlFor={id}>
          {label}
        </label>
      )}
      <ElementView
        element={block.element}
        blockId={block.block_id ?? ""}
        dispatches={block.dispatch_action === true}
        field={{
          id,
          label: isGroup ? block.label.text : null,
          describedBy: describedBy === "" ? undefined : describedBy,
          isInvalid: error !== undefined,
          isOptional: block.optional === true,
        }}
      />
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="input-error">
          {error}
        </p>
      )}
      {block.hint !== undefined && (
        <p id={`${id}-hint`} className="input-hint">
          <Text of={block.hint} />
        </p>
      )}
    </div>
  );
}
