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
