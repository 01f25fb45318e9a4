import type { ReactNode } from "react";
import type { LiveElement } from "../../block-kit/elements.ts";
import { useDesk } from "../desk.ts";
import { Menu } from "../menu.tsx";
import type { ElementProps } from "./element-view.tsx";

export function OverflowView({
  element,
  tell,
}: ElementProps<Extract<LiveElement, { type: "overflow" }>>): ReactNode {
  const { text } = useDesk();
  return (
    <Menu
      label={text("more")}
      face="…"
      className="button button-square"
      items={element.options.map((option) => ({
        key: option.value,
        label: option.text.text,
        run: () => tell(option.value),
      }))}
    />
  );
}
