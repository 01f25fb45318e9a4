import type {
  ActionsBlock,
  AlertBlock,
  Block,
  CardBlock,
  ContextBlock,
  DataTableBlock,
  DividerBlock,
  HeaderBlock,
  InputBlock,
  RichTextBlock,
  SectionBlock,
} from "@slack/types";
import type { AxisChart } from "../charts/series-chart.ts";

/** Slack's own chart. Its types package does not know it yet. */
export interface DataVisualizationBlock extends Block {
  type: "data_visualization";
  title: string;
  chart: AxisChart;
}

/** Every block Goalpost sends. A new one needs a line here and its rule in `block-rules.ts`. */
export type SentBlock =
  | ActionsBlock
  | AlertBlock
  | CardBlock
  | ContextBlock
  | DataTableBlock
  | DataVisualizationBlock
  | DividerBlock
  | HeaderBlock
  | InputBlock
  | RichTextBlock
  | SectionBlock;

/** A message as it leaves: `text` is the notification, the screen reader's and the last resort. */
export interface DrawnMessage {
  readonly text: string;
  readonly blocks: readonly SentBlock[];
}

/** A button: what it says, and the words it says for the person who presses it. */
export interface WordsButton {
  readonly label: string;
  readonly words: string;
}
