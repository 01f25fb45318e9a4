import type { ReactNode } from "react";
import { useDesk } from "./desk.ts";

/** What the person should know about the page itself, above where they write. */
export function Notices({
  complaint,
  isLost,
  isConnected,
  onDismiss,
}: {
  readonly complaint: string | null;
  readonly isLost: boolean;
  readonly isConnected: boolean;
  readonly onDismiss: () => void;
}): ReactNode {
  const { snapshot, text } = useDesk();
  const waiting = isLost
    ? text("reconnecting")
    : isConnected
      ? null
      : text("not_connected", { name: snapshot.bot.name });
  return (
    <div className="notices">
      {waiting !== null && (
        <p role="status" className="notice">
          {waiting}
        </p>
      )}
      {complaint !== null && (
        <p role="alert" className="notice notice-wrong">
          {complaint}
          <button type="button" aria-label={text("dismiss")} onClick={onDismiss}>
            ×
          </button>
        </p>
      )}
    </div>
  );
}
