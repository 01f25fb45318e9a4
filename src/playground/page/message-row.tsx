import type { ReactNode } from "react";
import type { Message } from "../wire.ts";
import { Avatar } from "./avatar.tsx";
import { BlockList } from "./blocks/block-list.tsx";
import { PlainMessage } from "./blocks/block-view.tsx";
import { useSurface } from "./blocks/surface.ts";
import { useDesk } from "./desk.ts";
import { FileView } from "./file-view.tsx";
import { Menu } from "./menu.tsx";
import { replyCount } from "./texts/page-text.ts";

function timeOf(ts: string, locale: string, zone: string): string {
  const options = { timeZone: zone, hour: "numeric", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat(locale, options).format(Number(ts) * 1000);
}

/** Short enough for the margin: 16:05. */
const marginTime = (ts: string, zone: string): string => timeOf(ts, "en-GB", zone);

function Tools({ message }: { readonly message: Message }): ReactNode {
  const desk = useDesk();
  const { text, snapshot } = desk;
  const shortcuts = snapshot.shortcuts.filter(({ type }) => type === "message");
  const source = { kind: "message", channel: message.channel, ts: message.ts } as const;
  const run = async (callbackId: string): Promise<void> => {
    const outcome = await desk.do({ kind: "shortcut", callbackId, source });
    if (!outcome.ok) desk.complain(outcome.error);
  };
  return (
    <div className="message-tools">
      {message.threadTs === null && (
        <button
          type="button"
          className="tool"
          title={text("reply")}
          aria-label={text("reply")}
          onClick={() => desk.openThread(message.channel, message.ts)}
        >
          ↳
        </button>
      )}
      {shortcuts.length > 0 && (
        <Menu
          label={text("more")}
          face="…"
          className="tool"
          items={shortcuts.map(({ callbackId, name }) => ({
            key: callbackId,
            label: name,
            run: () => void run(callbackId),
          }))}
        />
      )}
    </div>
  );
}

/** One message: who, when, what, and its thread. */
export function MessageRow({
  message,
  isFollowing,
  replies,
}: {
  readonly message: Message;
  /** The author is named by the message above. */
  readonly isFollowing: boolean;
  readonly replies: readonly Message[];
}): ReactNode {
  const desk = useDesk();
  const { snapshot, locale, me, text } = desk;
  const isBot = message.author === snapshot.bot.id;
  const name = isBot
    ? snapshot.bot.name
    : (snapshot.people.find(({ id }) => id === message.author)?.name ?? message.author);
  const surface = useSurface(
    { kind: "message", channel: message.channel, ts: message.ts },
    message.blocks,
  );
  const isEphemeral = message.visibleTo !== null;
  const time = timeOf(message.ts, locale, me.zone);
  const { channel, ts } = message;
  return (
    <article
      className={isFollowing ? "message message-following" : "message"}
      aria-label={`${name}, ${time}`}
    >
      <div className="message-side">
        {isFollowing ? (
          <time>{marginTime(message.ts, me.zone)}</time>
        ) : (
          <Avatar id={message.author} size={36} />
        )}
      </div>
      <div className="message-main">
        {!isFollowing && (
          <header>
            <b>{name}</b>
            {isBot && <span className="badge">{text("app_badge")}</span>}
            <time>{time}</time>
          </header>
        )}
        {isEphemeral && (
          <p className="only-you">
            {text("only_you")}
            <button type="button" onClick={() => void desk.do({ kind: "dismiss", channel, ts })}>
              {text("dismiss")}
            </button>
          </p>
        )}
        {message.blocks.length > 0 ? (
          <BlockList blocks={message.blocks} surface={surface} />
        ) : (
          <PlainMessage text={message.text} />
        )}
        {message.files?.map((file) => (
          <FileView key={file.id} file={file} />
        ))}
        {message.editedTs !== null && !isEphemeral && (
          <small className="edited">({text("edited")})</small>
        )}
        {replies.length > 0 && (
          <button type="button" className="replies" onClick={() => desk.openThread(channel, ts)}>
            {[...new Set(replies.map(({ author }) => author))].map((author) => (
              <Avatar key={author} id={author} size={22} />
            ))}
            {replyCount(locale, replies.length)}
          </button>
        )}
      </div>
      {!isEphemeral && <Tools message={message} />}
    </article>
  );
}
