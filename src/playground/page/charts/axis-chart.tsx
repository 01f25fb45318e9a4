import { type PointerEvent, type ReactNode, useState } from "react";
import type { DataVisualizationBlock } from "../../block-kit/data-blocks.ts";
import { useDesk } from "../desk.ts";
import { AxisMarks, type Frame } from "./axis-marks.tsx";
import { numberText } from "./chart-numbers.tsx";
import { scaleFor } from "./scale.ts";
import { useWidth } from "./use-width.ts";

export type AxisChartOf = Exclude<DataVisualizationBlock["chart"], { type: "pie" }>;

const height = 220;
const roomBelow = 26;
const roomAbove = 10;
const letterWidth = 6.6;

const widthOf = (label: string): number =>
  label.length * letterWidth * (/[ᄀ-￿]/u.test(label) ? 1.7 : 1);

/** Shows every label, or every second, third … one where they would run into each other. */
function labelStep(categories: readonly string[], band: number): number {
  const widest = Math.max(...categories.map(widthOf)) + 10;
  return Math.max(1, Math.ceil(widest / band));
}

export function AxisChart({ chart }: { readonly chart: AxisChartOf }): ReactNode {
  const { locale } = useDesk();
  const [box, width] = useWidth<HTMLDivElement>(560);
  const [pointed, setPointed] = useState<number | null>(null);
  const { categories, x_label, y_label } = chart.axis_config;
  const values = chart.series.flatMap(({ data }) => data.map(({ value }) => value));
  const scale = scaleFor(values, chart.type !== "line");
  const tickTexts = scale.ticks.map((tick) => numberText(tick, locale));
  const left = Math.max(...tickTexts.map((each) => each.length)) * 7 + 10;
  const band = (width - left - 8) / categories.length;
  const frame: Frame = {
    band,
    left,
    zero: Math.min(Math.max(0, scale.low), scale.high),
    x: (at) => left + band * (at + 0.5),
    y: (value) =>
      roomAbove +
      (1 - (value - scale.low) / (scale.high - scale.low)) * (height - roomAbove - roomBelow),
  };
  const step = labelStep(categories, band);
  const point = ({ clientX, currentTarget }: PointerEvent<SVGSVGElement>): void => {
    const at = Math.floor((clientX - currentTarget.getBoundingClientRect().left - left) / band);
    setPointed(at >= 0 && at < categories.length ? at : null);
  };
  const pointedCategory = pointed === null ? undefined : categories[pointed];
  return (
    <div ref={box} className="chart-box">
      {y_label !== undefined && <p className="chart-label">{y_label}</p>}
      <svg
        aria-hidden="true"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        onPointerMove={point}
        onPointerLeave={() => setPointed(null)}
      >
        {scale.ticks.map((tick, at) => (
          <g key={tick}>
            <line
              className={tick === frame.zero ? "chart-axis" : "chart-grid"}
              x1={left}
              x2={width - 8}
              y1={frame.y(tick)}
              y2={frame.y(tick)}
            />
            <text className="chart-tick" x={left - 8} y={frame.y(tick) + 4} textAnchor="end">
              {tickTexts[at]}
            </text>
          </g>
        ))}
        {pointed !== null && (
          <rect
            className="chart-band"
            x={left + band * pointed}
            y={roomAbove}
            width={band}
            height={height - roomAbove - roomBelow}
          />
        )}
        <AxisMarks chart={chart} frame={frame} />
        {categories.map(
          (category, at) =>
            (categories.length - 1 - at) % step === 0 && (
              <text
                key={category}
                className="chart-tick"
                x={Math.min(frame.x(at), width - widthOf(category) / 2)}
                y={height - 8}
                textAnchor="middle"
              >
                {category}
              </text>
            ),
        )}
      </svg>
      {x_label !== undefined && <p className="chart-label chart-label-x">{x_label}</p>}
      {pointed !== null && pointedCategory !== undefined && (
        <div
          className="chart-tip"
          style={
            pointed < categories.length / 2
              ? { left: frame.x(pointed) + band / 2 + 4 }
              : { right: width - frame.x(pointed) + band / 2 + 4 }
          }
        >
          <b>{pointedCategory}</b>
          {chart.series.map(({ name, data }, at) => {
            const value = data.find(({ label }) => label === pointedCategory)?.value;
            return (
              value !== undefined && (
                <span key={name}>
                  <i className={`swatch colour-${at % 6}`} />
                  {name} <b>{numberText(value, locale)}</b>
                </span>
              )
            );
          })}
        </div>
      )}
      {chart.series.length > 1 && (
        <ul className="legend" aria-hidden="true">
          {chart.series.map(({ name }, at) => (
            <li key={name}>
              <i className={`swatch colour-${at % 6} dash-${chart.type === "line" ? at % 3 : 0}`} />
              {name}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
