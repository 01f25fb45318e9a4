import { type ReactNode, useEffect, useState } from "react";
import type { HomeView } from "../wire.ts";
import { BlockList } from "./blocks/block-list.tsx";
import { useSurface } from "./blocks/surface.ts";
import { Composer, type Tried } from "./composer.tsx";
import { useDesk } from "./desk.ts";
import { MessageList } from "./message-list.tsx";
import { PaneHead } from "./pane-head.tsx";

/** The app's own place: its home, and the direct message with it. */
export function AppPane({
  tab,
  onTravel,
  onMenu,
}: {
  readonly tab: "home" | "messages";
  readonly onTravel: (at: string) => void;
  readonly onMenu: () => void;
}): ReactNode {
  const desk = useDesk();
  const { snapshot, text } = desk;
  const { bot, connected } = snapshot;
  const [tried, setTried] = useState<Tried | null>(null);
  const im = snapshot.channels.find(({ kind }) => kind === "im");
  const open = desk.do;
  useEffect(() => {
    if (connected) void open({ kind: "open_home", tab });
    // The app hears of an opening once, not of every change to the page.
  }, [tab, connected]);
  if (im === undefined) return null;
  const tabs = [
    { id: "home", at: "home", label: text("home") },
    { id: "messages", at: im.id, label: text("messages") },
  ];
  return (
    <>
      <PaneHead title={bot.name} about="" onMenu={onMenu}>
        <div role="tablist" aria-label={bot.name} className="tabs">
          {tabs.map(({ id, at, label }) => (
            <button
              key={id}
              id={`tab-${id}`}
              type="button"
              role="tab"
              aria-selected={tab === id}
              aria-controls="app-panel"
              onClick={() => onTravel(at)}
            >
              {label}
            </button>
          ))}
        </div>
      </PaneHead>
      <div role="tabpanel" id="app-panel" aria-labelledby={`tab-${tab}`} className="tab-panel">
        {tab === "home" ? (
          <div className="home">
            {snapshot.home === null ? (
              <p className="empty">{text("empty_home")}</p>
            ) : (
              <Home view={snapshot.home} />
            )}
          </div>
        ) : (
          <>
            <MessageList channel={im} onTry={(words) => setTried({ words })} />
            <Composer
              channel={im.id}
              threadTs={null}
              tried={tried}
              placeholder={text("write_in", { name: bot.name })}
            />
          </>
        )}
      </div>
    </>
  );
}

function Home({ view }: { readonly view: HomeView }): ReactNode {
  const surface = useSurface({ kind: "view", id: view.id }, view.payload.blocks);
  return <BlockList blocks={view.payload.blocks} surface={surface} />;
}
