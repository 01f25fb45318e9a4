import type { ReactNode } from "react";
import { useDesk } from "./desk.ts";
import { emoji } from "./emoji.ts";
import { mrkdwnTokens, type Token, unescaped } from "./mrkdwn-tokens.ts";
import { slackDate } from "./slack-date.ts";

/** `<@U…>`: the name of a person or the bot. */
export function Mention({ id }: { readonly id: string }): ReactNode {
  const { snapshot, me } = useDesk();
  const name =
    id === snapshot.bot.id
      ? snapshot.bot.name
      : (snapshot.people.find((each) => each.id === id)?.name ?? id);
  return <span className={id === me.id ? "mention mention-me" : "mention"}>@{name}</span>;
}

export function ChannelName({ id }: { readonly id: string }): ReactNode {
  const name = useDesk().snapshot.channels.find((each) => each.id === id)?.name ?? id;
  return <span className="mention">#{name}</span>;
}

/** Only web and mail addresses become links. */
export function Link({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  return /^(?:https?:|mailto:)/u.test(url) ? (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  ) : (
    <>{children}</>
  );
}

function Angle({ text }: { readonly text: string }): ReactNode {
  const { locale, me } = useDesk();
  const bar = text.indexOf("|");
  const target = bar < 0 ? text : text.slice(0, bar);
  const label = bar < 0 ? null : unescaped(text.slice(bar + 1));
  if (target.startsWith("@")) return <Mention id={target.slice(1)} />;
  if (target.startsWith("#")) {
    return label === null ? (
      <ChannelName id={target.slice(1)} />
    ) : (
      <span className="mention">#{label}</span>
    );
  }
  if (target.startsWith("!date^")) {
    const [, seconds = "", format = ""] = target.split("^");
    return Number.isFinite(Number(seconds))
      ? slackDate(Number(seconds), format, locale, me.zone)
      : label;
  }
  if (target.startsWith("!")) return <span className="mention">@{label ?? target.slice(1)}</span>;
  const url = unescaped(target);
  return <Link url={url}>{label ?? url}</Link>;
}

function TokenView({ token }: { readonly token: Token }): ReactNode {
  switch (token.kind) {
    case "text":
      return unescaped(token.text);
    case "break":
      return <br />;
    case "code":
      return <code>{unescaped(token.text)}</code>;
    case "pre":
      return <pre>{unescaped(token.text)}</pre>;
    case "emoji":
      return <Emoji name={token.text} />;
    case "angle":
      return <Angle text={token.text} />;
    case "bold":
      return (
        <b>
          <Tokens tokens={token.inner} />
        </b>
      );
    case "italic":
      return (
        <i>
          <Tokens tokens={token.inner} />
        </i>
      );
    case "strike":
      return (
        <s>
          <Tokens tokens={token.inner} />
        </s>
      );
    case "quote":
      return (
        <blockquote>
          <Tokens tokens={token.inner} />
        </blockquote>
      );
  }
}

export function Emoji({ name }: { readonly name: string }): ReactNode {
  const glyph = emoji[name];
  return glyph === undefined ? (
    `:${name}:`
  ) : (
    <span className="emoji" role="img" aria-label={name.replaceAll("_", " ")}>
      {glyph}
    </span>
  );
}

function Tokens({ tokens }: { readonly tokens: readonly Token[] }): ReactNode {
  return tokens.map((token, at) => <TokenView key={at} token={token} />);
}

export function Mrkdwn({ text }: { readonly text: string }): ReactNode {
  return <Tokens tokens={mrkdwnTokens(text)} />;
}

const shortNames = /(:[a-z0-9_+-]+:)/u;

/** A text object: mrkdwn, or plain text with its emoji names. */
export function Text({
  of,
}: {
  readonly of: { readonly type: "mrkdwn" | "plain_text"; readonly text: string };
}): ReactNode {
  if (of.type === "mrkdwn") return <Mrkdwn text={of.text} />;
  return of.text
    .split(shortNames)
    .map((part, at) =>
      shortNames.test(part) ? <Emoji key={at} name={part.slice(1, -1)} /> : part,
    );
}
