import type { ReactNode } from "react";
import type { Button } from "../../block-kit/elements.ts";
import { Text } from "../mrkdwn.tsx";
import type { ElementProps } from "./element-view.tsx";
import { useSurfaceOf } from "./surface.ts";

export function ButtonView({ element, blockId, tell }: ElementProps<Button>): ReactNode {
  const surface = useSurfaceOf();
  const isBusy = surface.isBusy(blockId, element);
  const className = element.style === undefined ? "button" : `button button-${element.style}`;
  return (
    <button
      type="button"
      className={className}
      aria-label={element.accessibility_label}
      aria-busy={isBusy}
      onClick={() => {
        if (isBusy) return;
        if (element.url !== undefined) open(element.url, "_blank", "noopener,noreferrer");
        tell(null);
      }}
    >
      <Text of={element.text} />
    </button>
  );
}
