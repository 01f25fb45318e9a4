import type { ReactNode } from "react";
import type { DataVisualizationBlock } from "../../block-kit/data-blocks.ts";
import { AxisChart } from "./axis-chart.tsx";
import { ChartNumbers } from "./chart-numbers.tsx";
import { PieChart } from "./pie-chart.tsx";

/** A chart with its title, and its numbers as a table for those who do not see it. */
export function ChartView({ block }: { readonly block: DataVisualizationBlock }): ReactNode {
  const { chart, title } = block;
  return (
    <figure className="chart" aria-label={title}>
      <figcaption>{title}</figcaption>
      {chart.type === "pie" ? <PieChart segments={chart.segments} /> : <AxisChart chart={chart} />}
      <ChartNumbers chart={chart} title={title} />
    </figure>
  );
}
