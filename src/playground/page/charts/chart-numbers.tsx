import type { ReactNode } from "react";
import type { DataVisualizationBlock } from "../../block-kit/data-blocks.ts";
import { useDesk } from "../desk.ts";

type Chart = DataVisualizationBlock["chart"];

export const numberText = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);

function rowsOf(chart: Chart): readonly (readonly [string, readonly (number | null)[]])[] {
  if (chart.type === "pie") return chart.segments.map(({ label, value }) => [label, [value]]);
  return chart.axis_config.categories.map((category) => [
    category,
    chart.series.map(({ data }) => data.find(({ label }) => label === category)?.value ?? null),
  ]);
}

export function ChartNumbers({
  chart,
  title,
}: {
  readonly chart: Chart;
  readonly title: string;
}): ReactNode {
  const { locale } = useDesk();
  const names = chart.type === "pie" ? [title] : chart.series.map(({ name }) => name);
  return (
    <div className="unseen">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <td />
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(chart).map(([label, values]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {values.map((value, at) => (
                <td key={at}>{value === null ? "–" : numberText(value, locale)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
