import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { type Completion, useCompletions } from "./completions.ts";
import { useDesk } from "./desk.ts";
import { Menu } from "./menu.tsx";

/** Words chosen elsewhere to begin with; each choice is a new object. */
export interface Tried {
  readonly words: string;
}

/** Where people write: Enter sends, Shift+Enter begins a line, Tab takes what is offered. */
export function Composer({
  channel,
  threadTs,
  tried,
  placeholder,
}: {
  readonly channel: string;
  readonly threadTs: string | null;
  readonly tried: Tried | null;
  readonly placeholder: string;
}): ReactNode {
  const desk = useDesk();
  const { snapshot, text } = desk;
  const listId = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState("");
  const [last, setLast] = useState("");
  const [isSending, setSending] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const [closedAt, setClosedAt] = useState<string | null>(null);
  const all = useCompletions(typed);
  const completions = closedAt === typed ? [] : all;
  const shortcuts = snapshot.shortcuts.filter(({ type }) => type === "global");

  useLayoutEffect(() => {
    const area = box.current;
    if (area === null) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight}px`;
  }, [typed]);

  useEffect(() => {
    if (tried === null) return;
    setTyped(tried.words);
    box.current?.focus();
  }, [tried]);

  const write = (words: string): void => {
    setTyped(words);
    setChosen(-1);
  };
  const take = ({ text: words }: Completion): void => {
    write(words);
    box.current?.focus();
  };
  const send = async (): Promise<void> => {
    const words = typed.trim();
    if (words === "" || isSending) return;
    setLast(words);
    write("");
    setSending(true);
    const outcome = await desk.do({ kind: "say", channel, text: words, threadTs });
    setSending(false);
    if (outcome.ok) return;
    desk.complain(outcome.error);
    setTyped((now) => (now === "" ? words : now));
  };
  const runShortcut = async (callbackId: string): Promise<void> => {
    const outcome = await desk.do({ kind: "shortcut", callbackId, source: null });
    if (!outcome.ok) desk.complain(outcome.error);
  };

  /** True when the key was meant for the list of completions. */
  const followCompletions = (event: KeyboardEvent): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (completions.length === 0) return false;
    if (step !== undefined) {
      const from = chosen < 0 && step < 0 ? 0 : chosen;
      setChosen((from + step + completions.length) % completions.length);
      return true;
    }
    if (event.key === "Escape") {
      setClosedAt(typed);
      return true;
    }
    const isCommand =
      /^\/\S*$/u.test(typed) && !completions.some(({ text }) => text.trim() === typed);
    const isTaken = event.key === "Tab" || (event.key === "Enter" && (chosen >= 0 || isCommand));
    const completion = completions[Math.max(0, chosen)];
    if (!isTaken || event.shiftKey || completion === undefined) return false;
    take(completion);
    return true;
  };
  const followKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (followCompletions(event)) {
      event.preventDefault();
      return;
    }
    if (event.key === "ArrowUp" && typed === "" && last !== "") {
      event.preventDefault();
      write(last);
    }
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  };

  return (
    <div className="composer">
      {completions.length > 0 && (
        <div id={listId} role="listbox" aria-label={text("suggestions")} className="completions">
          {completions.map((completion, at) => (
            <div
              key={completion.key}
              id={`${listId}-${at}`}
              role="option"
              aria-selected={at === chosen}
              className={at === chosen ? "completion completion-active" : "completion"}
              ref={(node) => {
                if (at === chosen) node?.scrollIntoView({ block: "nearest" });
              }}
              onPointerDown={(event) => {
                event.preventDefault();
                take(completion);
              }}
            >
              <b>{completion.face}</b>
              <span>{completion.about}</span>
            </div>
          ))}
        </div>
      )}
      <div className="composer-box">
        {shortcuts.length > 0 && (
          <Menu
            label={text("shortcuts")}
            face="+"
            className="tool"
            items={shortcuts.map(({ callbackId, name }) => ({
              key: callbackId,
              label: name,
              run: () => void runShortcut(callbackId),
            }))}
          />
        )}
        <textarea
          ref={box}
          rows={1}
          value={typed}
          placeholder={placeholder}
          aria-label={placeholder}
          aria-autocomplete="list"
          aria-controls={completions.length > 0 ? listId : undefined}
          aria-activedescendant={chosen >= 0 ? `${listId}-${chosen}` : undefined}
          onChange={({ target }) => write(target.value)}
          onKeyDown={followKey}
        />
        <button
          type="button"
          className="send"
          aria-label={text("send")}
          aria-busy={isSending}
          disabled={typed.trim() === ""}
          onClick={() => void send()}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M3 10 17 3l-4 14-3.500-5.500z" />
          </svg>
        </button>
      </div>
    </div>
  );
}
