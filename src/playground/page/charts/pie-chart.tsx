import type { ReactNode } from "react";
import { useDesk } from "../desk.ts";
import { numberText } from "./chart-numbers.tsx";

const size = 168;
const radius = 80;
const hole = 46;

const at = (share: number, distance: number): string => {
  const angle = share * 2 * Math.PI - Math.PI / 2;
  return `${size / 2 + distance * Math.cos(angle)} ${size / 2 + distance * Math.sin(angle)}`;
};

/** A ring from one share of the whole to another; a full one cannot be a single arc. */
function slice(from: number, to: number): string {
  const end = to - from > 0.9999 ? from + 0.9999 : to;
  const isLarge = end - from > 0.5 ? 1 : 0;
  return `M${at(from, radius)}A${radius} ${radius} 0 ${isLarge} 1 ${at(end, radius)}L${at(end, hole)}A${hole} ${hole} 0 ${isLarge} 0 ${at(from, hole)}Z`;
}

export function PieChart({
  segments,
}: {
  readonly segments: readonly { readonly label: string; readonly value: number }[];
}): ReactNode {
  const { locale } = useDesk();
  const total = segments.reduce((sum, { value }) => sum + value, 0);
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const before = (place: number): number =>
    segments.slice(0, place).reduce((sum, { value }) => sum + value, 0) / total;
  return (
    <div className="pie">
      <svg aria-hidden="true" width={size} height={size} viewBox={`0 0 ${size} ${size}`}>
        {segments.map(({ label, value }, place) => (
          <path
            key={label}
            className={`chart-slice colour-${place % 6}`}
            d={slice(before(place), before(place) + value / total)}
          />
        ))}
      </svg>
      <ul className="legend legend-tall" aria-hidden="true">
        {segments.map(({ label, value }, place) => (
          <li key={label}>
            <i className={`swatch colour-${place % 6}`} />
            {label}
            <b>{numberText(value, locale)}</b>
            <span>{share.format(value / total)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
