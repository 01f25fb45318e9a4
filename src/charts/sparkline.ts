const bars = ["▁", "▂", "▃", "▄", "▅", "▆", "▇"] as const;
const gap = "·";

/**
 * Numbers as one line of text, lowest to highest; `·` where there is none. Empty without a number.
 * It shows the shape alone: the figures stand beside it.
 */
export function sparkline(values: readonly (number | null)[]): string {
  const known = values.flatMap((value) =>
    value !== null && Number.isFinite(value) ? [value] : [],
  );
  if (known.length === 0) return "";
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  return values
    .map((value) => {
      if (value === null || !Number.isFinite(value)) return gap;
      const share = span === 0 ? 0.5 : (value - low) / span;
      return bars[Math.round(share * (bars.length - 1))] ?? gap;
    })
    .join("");
}
