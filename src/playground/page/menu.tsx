import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";

export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
}

/** A button that opens a list of things to do. */
export function Menu({
  label,
  face,
  className,
  items,
}: {
  readonly label: string;
  readonly face: ReactNode;
  readonly className: string;
  readonly items: readonly MenuItem[];
}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const followKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !isOpen) return;
    event.preventDefault();
    const all = [...(box.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
    const at = all.findIndex((each) => each === document.activeElement);
    all[(at + step + all.length) % all.length]?.focus();
  };
  return (
    <div
      ref={box}
      className="menu"
      onKeyDown={followKey}
      onBlur={({ relatedTarget }) => {
        if (box.current?.contains(relatedTarget) !== true) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        title={label}
        onClick={() => setOpen(!isOpen)}
      >
        {face}
      </button>
      {isOpen && (
        <div role="menu" aria-label={label} className="popup menu-list">
          {items.map(({ key, label, run }, at) => (
            <button
              key={key}
              type="button"
              role="menuitem"
              ref={(node) => {
                if (at === 0 && box.current?.contains(document.activeElement) === true) {
                  if (document.activeElement === button.current) node?.focus();
                }
              }}
              onClick={() => {
                close();
                run();
              }}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
