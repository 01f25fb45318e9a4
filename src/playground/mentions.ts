import type { Workspace } from "./workspace.ts";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** `@Mina` and `#support` as Slack stores them, `<@U…>` and `<#C…|support>`, the rest escaped. */
export function encodeMentions(text: string, workspace: Workspace): string {
  const { people, bot } = workspace.seed;
  const names: (readonly [string, string])[] = [
    ...people.flatMap(({ id, name, handle }): (readonly [string, string])[] => [
      [`@${name}`, `<@${id}>`],
      [`@${handle}`, `<@${id}>`],
    ]),
    [`@${bot.name}`, `<@${bot.userId}>`],
    ...workspace
      .channels()
      .filter(({ kind }) => kind !== "im")
      .map(({ id, name }): readonly [string, string] => [`#${name}`, `<#${id}|${name}>`]),
  ];
  const longestFirst = names.toSorted(([a], [b]) => b.length - a.length);
  let rest = text;
  let encoded = "";
  while (rest !== "") {
    const lower = rest.toLowerCase();
    const hit = longestFirst.find(([name]) => lower.startsWith(name.toLowerCase()));
    const length = hit?.[0].length ?? 1;
    encoded += hit?.[1] ?? escaped(rest.slice(0, 1));
    rest = rest.slice(length);
  }
  return encoded;
}
