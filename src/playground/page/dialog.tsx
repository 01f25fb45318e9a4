import { type ReactNode, useEffect, useRef } from "react";

/** A modal window: the browser keeps the focus in it, and Escape asks to close it. */
export function Dialog({
  label,
  size,
  onClose,
  children,
}: {
  readonly label: string;
  readonly size: "small" | "form";
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    dialog.current
      ?.querySelector<HTMLElement>(".dialog-body :is(input, textarea, [tabindex='0'])")
      ?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      className={`dialog dialog-${size}`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {children}
    </dialog>
  );
}
