import { type ReactNode, useEffect, useState } from "react";
import type { Locale } from "../../i18n/locale.ts";
import type { Person } from "../people.ts";
import type { Channel, Deed, Snapshot } from "../wire.ts";
import { AppPane } from "./app-pane.tsx";
import { ChannelPane } from "./channel-pane.tsx";
import { DeskContext } from "./desk.ts";
import { useLive } from "./live.ts";
import { ModalStack } from "./modal-stack.tsx";
import { type Place, usePlace } from "./place.ts";
import { sendDeed } from "./send-deed.ts";
import { Sidebar } from "./sidebar.tsx";
import { errorText, pageText } from "./texts/page-text.ts";
import { Notices } from "./notices.tsx";
import { ThreadPane } from "./thread-pane.tsx";
import { useUnread } from "./unread.ts";

interface Thread {
  readonly channel: string;
  readonly ts: string;
}

/** Who one is and what lies open; null while that is not known yet. */
function whereIn(
  snapshot: Snapshot | null,
  place: Place,
): { readonly me: Person; readonly channel: Channel } | null {
  if (snapshot === null || (place.as !== "" && snapshot.me !== place.as)) return null;
  const { people, channels } = snapshot;
  const me = people.find(({ id }) => id === snapshot.me);
  const channel = channels.find(({ id }) => id === place.at) ?? channels[0];
  return me === undefined || channel === undefined ? null : { me, channel };
}

/** The whole page, once there is something to show. */
export function App(): ReactNode {
  const [place, go] = usePlace();
  const { snapshot, isLost } = useLive(place.as);
  const where = whereIn(snapshot, place);
  return snapshot === null || where === null ? (
    <div className="opening" role="status" aria-label="Goalpost" />
  ) : (
    <Workspace
      key={snapshot.me}
      snapshot={snapshot}
      isLost={isLost}
      isHome={place.at === "home"}
      {...where}
      go={go}
    />
  );
}

function useLanguage(locale: Locale): void {
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
}

function Workspace({
  snapshot,
  isLost,
  isHome,
  me,
  channel,
  go,
}: {
  readonly snapshot: Snapshot;
  readonly isLost: boolean;
  readonly isHome: boolean;
  readonly me: Person;
  readonly channel: Channel;
  readonly go: (place: Place) => void;
}): ReactNode {
  const [thread, setThread] = useState<Thread | null>(null);
  const [complaint, setComplaint] = useState<string | null>(null);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const unread = useUnread(snapshot, isHome ? "home" : channel.id);
  const { locale } = me;
  useLanguage(locale);
  const isApp = isHome || channel.kind === "im";
  const travel = (at: string): void => {
    setMenuOpen(false);
    setThread(null);
    setComplaint(null);
    go({ as: me.id, at });
  };
  return (
    <DeskContext
      value={{
        snapshot,
        me,
        locale,
        here: channel.id,
        text: (key, values) => pageText(locale, key, values),
        do: (deed: Deed) => sendDeed(me.id, deed),
        complain: (code) => setComplaint(errorText(locale, code)),
        openThread: (channel, ts) => setThread({ channel, ts }),
      }}
    >
      <div className={isMenuOpen ? "page page-menu" : "page"}>
        <Sidebar
          at={isApp ? "home" : channel.id}
          unread={unread}
          onTravel={travel}
          onBecome={(as) => go({ as, at: isApp ? "home" : channel.id })}
        />
        {isMenuOpen && (
          <button
            type="button"
            className="shade"
            aria-label={pageText(locale, "close")}
            onClick={() => setMenuOpen(false)}
          />
        )}
        <main className="pane">
          {isApp ? (
            <AppPane
              tab={isHome ? "home" : "messages"}
              onTravel={travel}
              onMenu={() => setMenuOpen(!isMenuOpen)}
            />
          ) : (
            <ChannelPane
              key={channel.id}
              channel={channel}
              onMenu={() => setMenuOpen(!isMenuOpen)}
            />
          )}
          <Notices
            complaint={complaint}
            onDismiss={() => setComplaint(null)}
            isLost={isLost}
            isConnected={snapshot.connected}
          />
        </main>
        {thread !== null && (
          <ThreadPane key={thread.ts} {...thread} onClose={() => setThread(null)} />
        )}
        <ModalStack />
      </div>
    </DeskContext>
  );
}
