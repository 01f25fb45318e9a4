import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import type { InputElement } from "../../block-kit/elements.ts";
import type { ElementProps } from "./element-view.tsx";
import { useSurfaceOf } from "./surface.ts";

type TextElement = Extract<
  InputElement,
  { type: "plain_text_input" | "number_input" | "email_text_input" | "url_text_input" }
>;

/** An app that listens while one types hears once the typing rests. */
const restMs = 400;

const inputModes = {
  plain_text_input: "text",
  number_input: "decimal",
  email_text_input: "email",
  url_text_input: "url",
} as const;

export function TextInputView({
  element,
  blockId,
  field,
  work,
  tell,
}: ElementProps<TextElement>): ReactNode {
  const given = useSurfaceOf().given(blockId, element);
  const value = typeof given === "string" ? given : "";
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const moments = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  const isLong = element.type === "plain_text_input" && element.multiline === true;
  const props = {
    id: field.id,
    className: "field",
    value,
    placeholder: element.placeholder?.text,
    autoFocus: element.focus_on_load === true,
    "aria-label": field.label ?? undefined,
    "aria-describedby": field.describedBy,
    "aria-invalid": field.isInvalid,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => {
      work(target.value);
      if (!moments.includes("on_character_entered")) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => tell(target.value), restMs);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.nativeEvent.isComposing || isLong) return;
      if (moments.includes("on_enter_pressed")) tell(value);
    },
  };
  return isLong ? (
    <textarea rows={3} {...props} />
  ) : (
    <input type="text" inputMode={inputModes[element.type]} {...props} />
  );
}

export function DateOrTimeView({
  element,
  blockId,
  field,
  work,
}: ElementProps<Extract<InputElement, { type: "datepicker" | "timepicker" }>>): ReactNode {
  const given = useSurfaceOf().given(blockId, element);
  return (
    <input
      type={element.type === "datepicker" ? "date" : "time"}
      id={field.id}
      className="field field-short"
      value={typeof given === "string" ? given : ""}
      aria-label={field.label ?? undefined}
      aria-describedby={field.describedBy}
      aria-invalid={field.isInvalid}
      onChange={({ target }) => work(target.value === "" ? null : target.value)}
    />
  );
}
