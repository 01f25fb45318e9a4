export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

const steps = [1, 2, 2.5, 5, 10];

/** The ends of the values; one value alone gets room around it. */
function endsOf(values: readonly number[], fromZero: boolean): readonly [number, number] {
  const lowest = Math.min(...values, ...(fromZero ? [0] : []));
  const highest = Math.max(...values, ...(fromZero ? [0] : []));
  const largest = Math.max(Math.abs(lowest), Math.abs(highest));
  const hasSpan = highest - lowest > largest * 1e-9;
  return hasSpan ? [lowest, highest] : [lowest, highest + (largest * 0.1 || 1)];
}

/** Round steps that hold all values; bars and areas grow from zero, a line may start higher. */
export function scaleFor(values: readonly number[], fromZero: boolean): Scale {
  const [lowest, highest] = endsOf(values, fromZero);
  const span = highest - lowest;
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
