import { useEffect, useState } from "react";
import type { Suggestion } from "../wire.ts";
import { useDesk } from "./desk.ts";

/** What the message box offers; picking one replaces what was typed by `text`. */
export interface Completion {
  readonly key: string;
  readonly face: string;
  readonly about: string;
  readonly text: string;
}

const toCompletion = ({ line, about }: Suggestion): Completion => ({
  key: line,
  face: `/${line}`,
  about,
  text: `/${line} `,
});

const nothing: readonly Completion[] = [];

/** Commands after a slash, words after a command, and names after an at sign. */
export function useCompletions(typed: string): readonly Completion[] {
  const desk = useDesk();
  const { commands, people, bot } = desk.snapshot;
  const isLine = /^\/\S+\s/u.test(typed) && !typed.includes("\n");
  const [lines, setLines] = useState(nothing);
  const ask = desk.do;
  useEffect(() => {
    setLines(nothing);
    if (!isLine) return undefined;
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const outcome = await ask({ kind: "complete", line: typed.slice(1) });
      if (!isCurrent || !outcome.ok) return;
      setLines((outcome.lines ?? []).map(toCompletion));
    };
    void load();
    return () => {
      isCurrent = false;
    };
    // `ask` is new at every drawing; only what is typed asks anew.
  }, [typed, isLine]);

  if (isLine) return lines;
  const slash = /^\/(\S*)$/u.exec(typed);
  if (slash !== null) {
    return commands
      .filter(({ name }) => name.startsWith(slash[1]?.toLowerCase() ?? ""))
      .map(({ name, usage, summary }) => ({
        key: name,
        face: usage.startsWith("/") ? usage : `/${name} ${usage}`,
        about: summary,
        text: `/${name} `,
      }));
  }
  const at = /(?:^|\s)@([\p{L}.]*)$/u.exec(typed);
  if (at === null) return nothing;
  const wanted = at[1]?.toLowerCase() ?? "";
  return [...people.map(({ id, name }) => ({ id, name })), { id: bot.id, name: bot.name }]
    .filter(({ name }) => name.toLowerCase().startsWith(wanted))
    .map(({ id, name }) => ({
      key: id,
      face: `@${name}`,
      about: "",
      text: `${typed.slice(0, typed.length - wanted.length)}${name} `,
    }));
}
