import type { ReactNode } from "react";
import type { AxisChartOf } from "./axis-chart.tsx";

/** Where things lie in the drawing, in pixels. */
export interface Frame {
  readonly band: number;
  readonly left: number;
  readonly zero: number;
  readonly x: (category: number) => number;
  readonly y: (value: number) => number;
}

interface Point {
  readonly at: number;
  readonly value: number;
}

/** Runs of neighbouring values: a missing one leaves a gap, never a zero. */
function runsOf(series: AxisChartOf["series"][number], categories: readonly string[]): Point[][] {
  const runs: Point[][] = [[]];
  for (const [at, category] of categories.entries()) {
    const value = series.data.find(({ label }) => label === category)?.value;
    if (value === undefined) runs.push([]);
    else runs.at(-1)?.push({ at, value });
  }
  return runs.filter((run) => run.length > 0);
}

const lineThrough = (run: readonly Point[], { x, y }: Frame): string =>
  run.map(({ at, value }, index) => `${index === 0 ? "M" : "L"}${x(at)} ${y(value)}`).join("");

function Bars({ chart, frame }: { readonly chart: AxisChartOf; readonly frame: Frame }): ReactNode {
  const { categories } = chart.axis_config;
  const room = frame.band * 0.72;
  const width = Math.min(48, room / chart.series.length);
  const start = -(width * chart.series.length) / 2;
  return chart.series.map((series, place) =>
    series.data.map(({ label, value }) => {
      const from = frame.y(Math.max(value, frame.zero));
      return (
        <rect
          key={`${place} ${label}`}
          className={`chart-bar colour-${place % 6}`}
          x={frame.x(categories.indexOf(label)) + start + width * place + 0.5}
          y={from}
          width={Math.max(1, width - 1)}
          height={Math.max(1, frame.y(Math.min(value, frame.zero)) - from)}
          rx={Math.min(3, width / 3)}
        />
      );
    }),
  );
}

function Lines({
  chart,
  frame,
}: {
  readonly chart: AxisChartOf;
  readonly frame: Frame;
}): ReactNode {
  const base = frame.y(frame.zero);
  return chart.series.map((series, place) =>
    runsOf(series, chart.axis_config.categories).map((run) => {
      const path = lineThrough(run, frame);
      const first = frame.x(run[0]?.at ?? 0);
      const last = frame.x(run.at(-1)?.at ?? 0);
      return (
        <g key={`${place} ${run[0]?.at}`} className={`colour-${place % 6}`}>
          {chart.type === "area" && (
            <path className="chart-area" d={`${path}L${last} ${base}L${first} ${base}Z`} />
          )}
          <path className={`chart-line dash-${chart.type === "line" ? place % 3 : 0}`} d={path} />
          {(place === 0 || run.length === 1) &&
            run.map(({ at, value }) => (
              <circle key={at} className="chart-dot" cx={frame.x(at)} cy={frame.y(value)} r={3} />
            ))}
        </g>
      );
    }),
  );
}

export function AxisMarks({
  chart,
  frame,
}: {
  readonly chart: AxisChartOf;
  readonly frame: Frame;
}): ReactNode {
  return chart.type === "bar" ? (
    <Bars chart={chart} frame={frame} />
  ) : (
    <Lines chart={chart} frame={frame} />
  );
}
