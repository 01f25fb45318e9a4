import { type ReactNode, useLayoutEffect, useRef } from "react";
import { Composer } from "./composer.tsx";
import { useDesk } from "./desk.ts";
import { MessageRow } from "./message-row.tsx";

export function ThreadPane({
  channel,
  ts,
  onClose,
}: {
  readonly channel: string;
  readonly ts: string;
  readonly onClose: () => void;
}): ReactNode {
  const { snapshot, text } = useDesk();
  const list = useRef<HTMLDivElement>(null);
  const messages = snapshot.messages.filter(
    (each) => each.channel === channel && (each.ts === ts || each.threadTs === ts),
  );
  useLayoutEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [messages.length]);
  return (
    <aside
      className="thread"
      aria-label={text("thread")}
      onKeyDown={({ key, defaultPrevented }) => {
        if (key === "Escape" && !defaultPrevented) onClose();
      }}
    >
      <header className="pane-head">
        <div className="pane-title">
          <h2>{text("thread")}</h2>
        </div>
        <button type="button" className="tool" aria-label={text("close")} onClick={onClose}>
          ×
        </button>
      </header>
      <div ref={list} className="messages" role="log" aria-label={text("thread")}>
        <div className="messages-inner">
          {messages.map((message) => (
            <MessageRow key={message.ts} message={message} isFollowing={false} replies={[]} />
          ))}
        </div>
      </div>
      <Composer channel={channel} threadTs={ts} tried={null} placeholder={text("write_reply")} />
    </aside>
  );
}
