export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

const steps = [1, 2, 2.5, 5, 10];

/** Round steps that hold all values; bars and areas grow from zero, a line may start higher. */
export function scaleFor(values: readonly number[], fromZero: boolean): Scale {
  const lowest = Math.min(...values, ...(fromZero ? [0] : []));
  const highest = Math.max(...values, ...(fromZero ? [0] : []));
  const span = highest - lowest || Math.abs(highest) || 1;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (steps.find((each) => each * power >= rough) ?? 10);
  const low = Math.floor((lowest - (fromZero ? 0 : span * 0.08)) / step) * step;
  const from = lowest >= 0 ? Math.max(0, low) : low;
  const count = Math.max(1, Math.ceil((highest - from) / step - 1e-9));
  const ticks = Array.from({ length: count + 1 }, (_each, at) =>
    Number((from + at * step).toPrecision(12)),
  );
  return { low: from, high: ticks.at(-1) ?? highest, ticks };
}
