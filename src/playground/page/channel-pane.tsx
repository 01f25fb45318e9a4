import { type ReactNode, useState } from "react";
import type { Channel } from "../wire.ts";
import { Composer, type Tried } from "./composer.tsx";
import { useDesk } from "./desk.ts";
import { MessageList } from "./message-list.tsx";
import { PaneHead } from "./pane-head.tsx";
import { LockMark } from "./sidebar.tsx";

export function ChannelPane({
  channel,
  onMenu,
}: {
  readonly channel: Channel;
  readonly onMenu: () => void;
}): ReactNode {
  const desk = useDesk();
  const { snapshot, text } = desk;
  const { bot, people, me } = snapshot;
  const teams = new Set(
    people.filter(({ id }) => channel.members.includes(id)).map(({ teamId }) => teamId),
  );
  const [tried, setTried] = useState<Tried | null>(null);
  const own = people.find(({ id }) => id === me);
  const invite = async (): Promise<void> => {
    const outcome = await desk.do({ kind: "invite_bot", channel: channel.id });
    if (!outcome.ok) desk.complain(outcome.error);
  };
  const about = [
    ...(channel.topic === "" ? [] : [channel.topic]),
    ...(teams.size > 1 ? [text("shared_channel")] : []),
  ].join(" · ");
  return (
    <>
      <PaneHead
        onMenu={onMenu}
        about={about}
        title={
          <>
            <span className="entry-mark" aria-hidden="true">
              {channel.kind === "private" ? <LockMark /> : "#"}
            </span>
            {channel.name}
          </>
        }
      >
        {!channel.members.includes(bot.id) && own?.part !== "stranger" && (
          <button type="button" className="button" onClick={() => void invite()}>
            {text("invite", { name: bot.name })}
          </button>
        )}
      </PaneHead>
      <MessageList channel={channel} onTry={(words) => setTried({ words })} />
      <Composer
        channel={channel.id}
        threadTs={null}
        tried={tried}
        placeholder={text("write_in", { name: `#${channel.name}` })}
      />
    </>
  );
}
