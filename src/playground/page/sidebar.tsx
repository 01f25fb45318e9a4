import type { ReactNode } from "react";
import { Avatar } from "./avatar.tsx";
import { useDesk } from "./desk.ts";
import { languageNames } from "./texts/page-text.ts";

export function Sidebar({
  at,
  unread,
  onTravel,
  onBecome,
}: {
  readonly at: string;
  readonly unread: ReadonlySet<string>;
  readonly onTravel: (at: string) => void;
  readonly onBecome: (as: string) => void;
}): ReactNode {
  const { snapshot, me, text } = useDesk();
  const channels = snapshot.channels.filter(({ kind }) => kind !== "im");
  const im = snapshot.channels.find(({ kind }) => kind === "im");
  const entry = (id: string, isUnread: boolean, face: ReactNode): ReactNode => (
    <li key={id}>
      <button
        type="button"
        aria-current={at === id ? "page" : undefined}
        className={isUnread ? "entry entry-unread" : "entry"}
        onClick={() => onTravel(id)}
      >
        {face}
      </button>
    </li>
  );
  return (
    <aside className="sidebar">
      <header className="team">
        <span className="team-mark" aria-hidden="true">
          {snapshot.team.slice(0, 1)}
        </span>
        <h1>{snapshot.team}</h1>
      </header>
      <nav className="sidebar-nav" aria-label={snapshot.team}>
        <h2>{text("channels")}</h2>
        <ul>
          {channels.map(({ id, kind, name }) =>
            entry(
              id,
              unread.has(id),
              <>
                <span
                  className="entry-mark"
                  aria-label={text(`${kind === "private" ? "private" : "public"}_channel`)}
                >
                  {kind === "private" ? <LockMark /> : "#"}
                </span>
                {name}
              </>,
            ),
          )}
        </ul>
        <h2>{text("apps")}</h2>
        <ul>
          {entry(
            "home",
            im !== undefined && unread.has(im.id) && at !== "home",
            <>
              <Avatar id={snapshot.bot.id} size={20} />
              {snapshot.bot.name}
              <span
                className={snapshot.connected ? "presence presence-on" : "presence"}
                aria-hidden="true"
              />
            </>,
          )}
        </ul>
      </nav>
      <section className="people" aria-label={text("acting_as")}>
        <h2>{text("acting_as")}</h2>
        <ul>
          {snapshot.people.map((person) => (
            <li key={person.id}>
              <button
                type="button"
                className="person"
                aria-pressed={person.id === me.id}
                onClick={() => onBecome(person.id)}
              >
                <Avatar id={person.id} size={32} />
                <span className="person-words">
                  <b>{person.name}</b>
                  <small>
                    {text(person.part)} ·{" "}
                    <span lang={person.locale}>{languageNames[person.locale]}</span>
                  </small>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}

export function LockMark(): ReactNode {
  return (
    <svg className="lock" viewBox="0 0 16 16" aria-hidden="true">
      <rect x="3" y="7" width="10" height="7" rx="1.5" />
      <path d="M5 7V5a3 3 0 0 1 6 0v2" />
    </svg>
  );
}
