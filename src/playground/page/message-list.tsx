import { Fragment, type ReactNode, useLayoutEffect, useRef } from "react";
import type { Channel, Message } from "../wire.ts";
import { useDesk } from "./desk.ts";
import { MessageRow } from "./message-row.tsx";

/** A pause after which the next message shows its author again. */
const pauseSeconds = 300;

const dayOf = (ts: string, zone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(Number(ts) * 1000);

function dayName(ts: string, locale: string, zone: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: "long",
    day: "numeric",
    month: "long",
  }).format(Number(ts) * 1000);
}

/** Answers with blocks stand for themselves: each belongs to a question that nobody else sees. */
const follows = (message: Message, before: Message | undefined): boolean =>
  before !== undefined &&
  message.blocks.length === 0 &&
  before.author === message.author &&
  before.visibleTo === message.visibleTo &&
  Number(message.ts) - Number(before.ts) < pauseSeconds;

/** A channel's messages, oldest first, always scrolled to what is new. */
export function MessageList({
  channel,
  onTry,
}: {
  readonly channel: Channel;
  /** A command to begin with was chosen. */
  readonly onTry: (words: string) => void;
}): ReactNode {
  const { snapshot, locale, me } = useDesk();
  const list = useRef<HTMLDivElement>(null);
  const here = snapshot.messages.filter((each) => each.channel === channel.id);
  const shown = here.filter(({ threadTs, ts }) => threadTs === null || threadTs === ts);
  const newest = shown.at(-1);
  useLayoutEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [newest?.ts, newest?.editedTs, channel.id]);
  return (
    <div ref={list} className="messages" role="log" aria-label={channel.name}>
      <div className="messages-inner">
        {shown.length === 0 && <FirstSteps onTry={onTry} />}
        {shown.map((message, at) => {
          const before = shown[at - 1];
          const isNewDay =
            before === undefined || dayOf(before.ts, me.zone) !== dayOf(message.ts, me.zone);
          return (
            <Fragment key={message.ts}>
              {isNewDay && (
                <p className="day">
                  <span>{dayName(message.ts, locale, me.zone)}</span>
                </p>
              )}
              <MessageRow
                message={message}
                isFollowing={!isNewDay && follows(message, before)}
                replies={here.filter(
                  ({ threadTs, ts }) => threadTs === message.ts && ts !== message.ts,
                )}
              />
            </Fragment>
          );
        })}
      </div>
    </div>
  );
}

function FirstSteps({ onTry }: { readonly onTry: (words: string) => void }): ReactNode {
  const { snapshot, text } = useDesk();
  return (
    <div className="first-steps">
      <p>{text("empty_channel")}</p>
      <ul>
        {snapshot.commands.map(({ name, summary }) => (
          <li key={name}>
            <button type="button" onClick={() => onTry(`/${name} `)}>
              <b>/{name}</b>
              <span>{summary}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
