import type { ReactNode } from "react";
import type { Block } from "../../block-kit/blocks.ts";
import { ChartView } from "../charts/chart-view.tsx";
import { Mrkdwn, Text } from "../mrkdwn.tsx";
import { CardView, CarouselView } from "./card-view.tsx";
import { ContainerView } from "./container-view.tsx";
import { DataTableView } from "./data-table-view.tsx";
import { ActionsView, InputView, SectionView } from "./field-blocks.tsx";
import { ImageView } from "./image-view.tsx";
import { MarkdownView } from "./markdown-view.tsx";
import { RichTextView } from "./rich-text-view.tsx";
import { TableView } from "./table-view.tsx";

const alertMarks = { default: "i", info: "i", warning: "!", error: "!", success: "✓" } as const;

function AlertView({ block }: { readonly block: Extract<Block, { type: "alert" }> }): ReactNode {
  const level = block.level ?? "default";
  return (
    <div role="note" className={`alert alert-${level}`}>
      <span aria-hidden="true" className="alert-mark">
        {alertMarks[level]}
      </span>
      <p>
        <Text of={block.text} />
      </p>
    </div>
  );
}

function ContextView({
  block,
}: {
  readonly block: Extract<Block, { type: "context" }>;
}): ReactNode {
  return (
    <div className="context">
      {block.elements.map((element, at) =>
        element.type === "image" ? (
          <ImageView key={at} image={element} className="context-image" />
        ) : (
          <span key={at}>
            <Text of={element} />
          </span>
        ),
      )}
    </div>
  );
}

const plainTypes = [
  "header",
  "divider",
  "section",
  "context",
  "actions",
  "input",
  "image",
] as const satisfies readonly Block["type"][];
type PlainBlock = Extract<Block, { type: (typeof plainTypes)[number] }>;

const isPlain = (block: Block): block is PlainBlock =>
  plainTypes.some((type) => type === block.type);

/** Any block, drawn by its type. */
export function BlockView({ block }: { readonly block: Block }): ReactNode {
  return isPlain(block) ? <PlainBlockView block={block} /> : <RicherBlockView block={block} />;
}

function PlainBlockView({ block }: { readonly block: PlainBlock }): ReactNode {
  switch (block.type) {
    case "header":
      return (
        <h3 className="block-header">
          <Text of={block.text} />
        </h3>
      );
    case "divider":
      return <hr />;
    case "section":
      return <SectionView block={block} />;
    case "context":
      return <ContextView block={block} />;
    case "actions":
      return <ActionsView block={block} />;
    case "input":
      return <InputView block={block} />;
    case "image":
      return (
        <figure className="block-image">
          {block.title !== undefined && (
            <figcaption>
              <Text of={block.title} />
            </figcaption>
          )}
          <ImageView image={block} className="" />
        </figure>
      );
  }
}

function RicherBlockView({ block }: { readonly block: Exclude<Block, PlainBlock> }): ReactNode {
  switch (block.type) {
    case "alert":
      return <AlertView block={block} />;
    case "card":
      return <CardView card={block} />;
    case "carousel":
      return <CarouselView block={block} />;
    case "container":
      return <ContainerView block={block} draw={(child) => <BlockView block={child} />} />;
    case "data_table":
      return <DataTableView block={block} />;
    case "data_visualization":
      return <ChartView block={block} />;
    case "markdown":
      return <MarkdownView text={block.text} />;
    case "rich_text":
      return <RichTextView block={block} />;
    case "table":
      return <TableView block={block} />;
  }
}

/** A message without blocks. */
export const PlainMessage = ({ text }: { readonly text: string }): ReactNode => (
  <p className="plain-message">
    <Mrkdwn text={text} />
  </p>
);
