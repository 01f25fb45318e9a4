import { Fragment, type ReactNode } from "react";
import type { BlockOf, ChildBlock } from "../../block-kit/blocks.ts";
import { Text } from "../mrkdwn.tsx";
import { ImageView } from "./image-view.tsx";
import { RichTextView } from "./rich-text-view.tsx";

export function ContainerView({
  block,
  draw,
}: {
  readonly block: BlockOf<"container">;
  readonly draw: (child: ChildBlock) => ReactNode;
}): ReactNode {
  const head = (
    <>
      {block.icon !== undefined && <ImageView image={block.icon} className="card-icon" />}
      <span className="container-title">
        {block.title !== undefined && <Text of={block.title} />}
        {block.rich_text_title !== undefined && <RichTextView block={block.rich_text_title} />}
        {block.subtitle !== undefined && (
          <small>
            <Text of={block.subtitle} />
          </small>
        )}
      </span>
    </>
  );
  const children = (
    <div className="blocks container-blocks">
      {block.child_blocks.map((child, at) => (
        <Fragment key={child.block_id ?? at}>{draw(child)}</Fragment>
      ))}
    </div>
  );
  const className = `container container-${block.width ?? "standard"}`;
  return block.is_collapsible === true ? (
    <details className={className} open={block.default_collapsed !== true}>
      <summary className="container-head">{head}</summary>
      {children}
    </details>
  ) : (
    <section className={className}>
      <div className="container-head">{head}</div>
      {children}
    </section>
  );
}
