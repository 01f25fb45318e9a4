import type { ReactNode } from "react";
import { useDesk } from "./desk.ts";

export function PaneHead({
  title,
  about,
  onMenu,
  children,
}: {
  readonly title: ReactNode;
  readonly about: string;
  readonly onMenu: () => void;
  readonly children?: ReactNode;
}): ReactNode {
  const { text } = useDesk();
  return (
    <header className="pane-head">
      <button type="button" className="menu-button" aria-label={text("menu")} onClick={onMenu}>
        ☰
      </button>
      <div className="pane-title">
        <h2>{title}</h2>
        {about !== "" && <p>{about}</p>}
      </div>
      {children}
    </header>
  );
}
