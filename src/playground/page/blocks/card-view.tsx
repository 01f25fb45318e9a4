import { type ReactNode, useId, useRef } from "react";
import type { BlockOf } from "../../block-kit/blocks.ts";
import { useDesk } from "../desk.ts";
import { Text } from "../mrkdwn.tsx";
import { ElementView } from "./element-view.tsx";
import { ImageView } from "./image-view.tsx";

export function CardView({ card }: { readonly card: BlockOf<"card"> }): ReactNode {
  const id = useId();
  return (
    <article className="card">
      {card.hero_image !== undefined && <ImageView image={card.hero_image} className="card-hero" />}
      <div className="card-words">
        <div className="card-head">
          {card.icon !== undefined && <ImageView image={card.icon} className="card-icon" />}
          <div>
            {card.title !== undefined && (
              <h4>
                <Text of={card.title} />
              </h4>
            )}
            {card.subtitle !== undefined && (
              <p className="card-subtitle">
                <Text of={card.subtitle} />
              </p>
            )}
          </div>
        </div>
        {card.body !== undefined && (
          <p className="card-body">
            <Text of={card.body} />
          </p>
        )}
        {card.subtext !== undefined && (
          <p className="card-subtext">
            <Text of={card.subtext} />
          </p>
        )}
      </div>
      {card.actions !== undefined && (
        <div className="actions card-actions">
          {card.actions.map((button, at) => (
            <ElementView
              key={button.action_id ?? at}
              element={button}
              blockId={card.block_id ?? ""}
              dispatches
              field={{
                id: `${id}-${at}`,
                label: null,
                describedBy: undefined,
                isInvalid: false,
                isOptional: false,
              }}
            />
          ))}
        </div>
      )}
    </article>
  );
}

export function CarouselView({ block }: { readonly block: BlockOf<"carousel"> }): ReactNode {
  const { text } = useDesk();
  const strip = useRef<HTMLDivElement>(null);
  const slide = (direction: 1 | -1): void => {
    const width = strip.current?.firstElementChild?.clientWidth ?? 0;
    strip.current?.scrollBy({ left: direction * (width + 12), behavior: "smooth" });
  };
  return (
    <div className="carousel">
      <div ref={strip} className="carousel-strip" role="list">
        {block.elements.map((card, at) => (
          <div key={card.block_id ?? at} role="listitem">
            <CardView card={card} />
          </div>
        ))}
      </div>
      {block.elements.length > 1 && (
        <div className="carousel-steps">
          <button type="button" aria-label={text("previous")} onClick={() => slide(-1)}>
            ‹
          </button>
          <button type="button" aria-label={text("next")} onClick={() => slide(1)}>
            ›
          </button>
        </div>
      )}
    </div>
  );
}
