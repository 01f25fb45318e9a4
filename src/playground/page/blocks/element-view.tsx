import type { ReactNode } from "react";
import type { LiveElement } from "../../block-kit/elements.ts";
import type { Given } from "../../wire.ts";
import { ButtonView } from "./button-view.tsx";
import { CheckboxesView, RadioView } from "./choices-view.tsx";
import { OverflowView } from "./overflow-view.tsx";
import type { Select } from "./pickable.ts";
import { SelectView } from "./select-view.tsx";
import { useSurfaceOf } from "./surface.ts";
import { DateOrTimeView, TextInputView } from "./text-input-view.tsx";

/** How a field is found, named and judged by assistive technology. */
export interface FieldProps {
  readonly id: string;
  /** Null where a label element names it. */
  readonly label: string | null;
  readonly describedBy: string | undefined;
  readonly isInvalid: boolean;
  readonly isOptional: boolean;
}

export interface ElementProps<E extends LiveElement> {
  readonly element: E;
  readonly blockId: string;
  readonly field: FieldProps;
  /** Takes what the person gave, and tells the app where the element asks for it. */
  readonly work: (given: Given) => void;
  /** Tells the app without a change: Enter in a text field. */
  readonly tell: (given: Given) => void;
}

const isSelect = (element: LiveElement): element is Select => element.type.endsWith("_select");

/** Whatever a person can work, drawn by its type. */
export function ElementView({
  element,
  blockId,
  field,
  dispatches,
}: {
  readonly element: LiveElement;
  readonly blockId: string;
  readonly field: FieldProps;
  /** The app hears of every change; in a form it waits for the whole. */
  readonly dispatches: boolean;
}): ReactNode {
  const surface = useSurfaceOf();
  const tell = (given: Given): void => {
    if (dispatches) surface.press(blockId, element, given);
  };
  const work = (given: Given): void => {
    surface.set(blockId, element, given);
    tell(given);
  };
  const common = { blockId, field, work, tell };
  if (isSelect(element)) return <SelectView element={element} {...common} />;
  switch (element.type) {
    case "button":
      return <ButtonView element={element} {...common} />;
    case "overflow":
      return <OverflowView element={element} {...common} />;
    case "radio_buttons":
      return <RadioView element={element} {...common} />;
    case "checkboxes":
      return <CheckboxesView element={element} {...common} />;
    case "datepicker":
    case "timepicker":
      return <DateOrTimeView element={element} {...common} />;
    case "plain_text_input":
    case "number_input":
    case "email_text_input":
    case "url_text_input": {
      const set = (given: Given): void => surface.set(blockId, element, given);
      return <TextInputView element={element} {...common} work={set} />;
    }
  }
}
