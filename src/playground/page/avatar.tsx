import type { CSSProperties, ReactNode } from "react";
import { useDesk } from "./desk.ts";

/** A person's initials on their colour, or the bot's goal. */
export function Avatar({ id, size }: { readonly id: string; readonly size: number }): ReactNode {
  const { snapshot } = useDesk();
  const person = snapshot.people.find((each) => each.id === id);
  const style: CSSProperties = { width: size, height: size, fontSize: size * 0.4 };
  if (person === undefined) {
    return (
      <span className="avatar avatar-bot" style={style} aria-hidden="true">
        <svg viewBox="0 0 32 32">
          <path d="M7 24V9h18v15" />
          <path className="avatar-line" d="M9.5 20.5l5-5 3.500 3 5-6" />
        </svg>
      </span>
    );
  }
  const initials = person.name
    .split(" ")
    .map((part) => part.slice(0, 1))
    .join("");
  return (
    <span
      className="avatar"
      style={{ ...style, background: `hsl(${person.hue} 45% 42%)` }}
      aria-hidden="true"
    >
      {initials}
    </span>
  );
}
