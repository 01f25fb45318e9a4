import {
  type CSSProperties,
  type ReactNode,
  type RefObject,
  useLayoutEffect,
  useState,
} from "react";
import type { Choice } from "../../wire.ts";
import { useDesk } from "../desk.ts";

const mostHeight = 280;

/** Fixed to the window, so that no scrolling box cuts it off; above the field where below is full. */
function useBelow(anchor: RefObject<HTMLElement | null>): CSSProperties {
  const [style, setStyle] = useState<CSSProperties>({ visibility: "hidden" });
  useLayoutEffect(() => {
    const place = (): void => {
      const box = anchor.current?.getBoundingClientRect();
      if (box === undefined) return;
      const below = innerHeight - box.bottom - 12;
      const isBelow = below > 180 || below > box.top;
      setStyle({
        left: box.left,
        minWidth: box.width,
        maxHeight: Math.min(mostHeight, isBelow ? below : box.top - 12),
        ...(isBelow ? { top: box.bottom + 4 } : { bottom: innerHeight - box.top + 4 }),
      });
    };
    place();
    addEventListener("scroll", place, true);
    addEventListener("resize", place);
    return () => {
      removeEventListener("scroll", place, true);
      removeEventListener("resize", place);
    };
  }, [anchor]);
  return style;
}

export function ChoiceList({
  id,
  anchor,
  choices,
  active,
  chosen,
  onHover,
  onPick,
}: {
  readonly id: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly choices: readonly Choice[] | null;
  readonly active: number;
  readonly chosen: readonly Choice[];
  readonly onHover: (at: number) => void;
  readonly onPick: (choice: Choice) => void;
}): ReactNode {
  const { text } = useDesk();
  const style = useBelow(anchor);
  return (
    <div id={id} role="listbox" className="popup choices" style={style}>
      {choices === null && <p className="choices-note">{text("loading")}</p>}
      {choices?.length === 0 && <p className="choices-note">{text("none_found")}</p>}
      {choices?.map((choice, at) => (
        <div key={choice.value} role="presentation">
          {choice.group !== null && choice.group !== choices[at - 1]?.group && (
            <p className="choices-group">{choice.group}</p>
          )}
          <div
            id={`${id}-${at}`}
            role="option"
            aria-selected={chosen.some(({ value }) => value === choice.value)}
            className={at === active ? "choice choice-active" : "choice"}
            ref={(node) => {
              if (at === active) node?.scrollIntoView({ block: "nearest" });
            }}
            onPointerMove={() => onHover(at)}
            onPointerDown={(event) => {
              event.preventDefault();
              onPick(choice);
            }}
          >
            <span>{choice.text}</span>
            {choice.about !== null && <small>{choice.about}</small>}
          </div>
        </div>
      ))}
    </div>
  );
}
