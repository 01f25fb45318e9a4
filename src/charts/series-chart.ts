/** A line over time as Slack's `data_visualization` takes it. */
export interface AxisChart {
  readonly type: "line";
  readonly series: readonly ChartSeries[];
  readonly axis_config: {
    readonly categories: readonly string[];
    readonly x_label?: string;
    readonly y_label?: string;
  };
}

export interface ChartSeries {
  readonly name: string;
  readonly data: readonly { readonly label: string; readonly value: number }[];
}

export interface ChartLine {
  /** What the line is called. */
  readonly name: string;
  /** Oldest first; a point without a value stays out of the line and keeps its place on the axis. */
  readonly points: readonly ChartPoint[];
  /** A level line beside it. */
  readonly target?: { readonly name: string; readonly value: number } | null;
  /** What the numbers are: `%`, `min`. */
  readonly valueLabel?: string;
}

export interface ChartPoint {
  readonly label: string;
  readonly value: number | null;
}

/** Slack's limits: twenty points, names and labels of twenty characters. */
const most = { points: 20, label: 20, axisLabel: 50 } as const;

/** The newest twenty points as a chart; null with fewer than two values, which make no line. */
export function seriesChart({ name, points, target, valueLabel }: ChartLine): AxisChart | null {
  const categories = distinct(points.slice(-most.points).map((point) => cut(point.label)));
  const shown = points
    .slice(-most.points)
    .map((point, index) => ({ label: categories[index] ?? "", value: point.value }));
  const data = shown.flatMap(({ label, value }) =>
    value !== null && Number.isFinite(value) ? [{ label, value: rounded(value) }] : [],
  );
  if (data.length < 2) return null;
  const [lineName = "", targetName = ""] = distinct([cut(name), cut(target?.name ?? "")]);
  return {
    type: "line",
    series: [
      { name: lineName, data },
      ...(target
        ? [
            {
              name: targetName,
              data: categories.map((label) => ({ label, value: rounded(target.value) })),
            },
          ]
        : []),
    ],
    axis_config: {
      categories,
      ...(valueLabel !== undefined && { y_label: cut(valueLabel, most.axisLabel) }),
    },
  };
}

/** A chart's tooltip shows the number as it is given: three decimals are enough for any unit. */
const rounded = (value: number): number => Number(value.toFixed(3));

const cut = (text: string, length: number = most.label): string =>
  (text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`) || "–";

/** Labels that read the same once cut get a number: an axis takes each only once. */
function distinct(labels: readonly string[]): string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    let free = label;
    for (let count = 2; taken.has(free); count += 1) {
      const mark = ` ${count}`;
      free = cut(label, most.label - mark.length) + mark;
    }
    taken.add(free);
    return free;
  });
}
