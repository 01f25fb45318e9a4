import type { ReactNode } from "react";
import type { RichInline, RichText } from "../../block-kit/rich-text.ts";
import { useDesk } from "../desk.ts";
import { ChannelName, Emoji, Link, Mention } from "../mrkdwn.tsx";
import { slackDate } from "../slack-date.ts";

function Inline({ part }: { readonly part: RichInline }): ReactNode {
  const { locale, me } = useDesk();
  switch (part.type) {
    case "text":
      return part.text;
    case "link":
      return <Link url={part.url}>{part.text ?? part.url}</Link>;
    case "emoji":
      return <Emoji name={part.name} />;
    case "user":
      return <Mention id={part.user_id} />;
    case "usergroup":
      return <span className="mention">@{part.usergroup_id}</span>;
    case "channel":
      return <ChannelName id={part.channel_id} />;
    case "broadcast":
      return <span className="mention">@{part.range}</span>;
    case "date":
      return slackDate(part.timestamp, part.format, locale, me.zone);
  }
}

function Styled({ part }: { readonly part: RichInline }): ReactNode {
  const style = part.style ?? {};
  let drawn: ReactNode = <Inline part={part} />;
  if (style.code === true) drawn = <code>{drawn}</code>;
  if (style.strike === true) drawn = <s>{drawn}</s>;
  if (style.italic === true) drawn = <i>{drawn}</i>;
  if (style.underline === true) drawn = <u>{drawn}</u>;
  return style.bold === true ? <b>{drawn}</b> : drawn;
}

function Inlines({ parts }: { readonly parts: readonly RichInline[] }): ReactNode {
  return parts.map((part, at) => <Styled key={at} part={part} />);
}

function RichPart({ part }: { readonly part: RichText["elements"][number] }): ReactNode {
  switch (part.type) {
    case "rich_text_section":
      return (
        <p className="rich-section">
          <Inlines parts={part.elements} />
        </p>
      );
    case "rich_text_quote":
      return (
        <blockquote>
          <Inlines parts={part.elements} />
        </blockquote>
      );
    case "rich_text_preformatted":
      return (
        <pre>
          <Inlines parts={part.elements} />
        </pre>
      );
    case "rich_text_list": {
      const List = part.style === "ordered" ? "ol" : "ul";
      return (
        <List className={`rich-list rich-indent-${part.indent ?? 0}`}>
          {part.elements.map((item, at) => (
            <li key={at}>
              <Inlines parts={item.elements} />
            </li>
          ))}
        </List>
      );
    }
  }
}

export function RichTextView({ block }: { readonly block: RichText }): ReactNode {
  return (
    <div className="rich-text">
      {block.elements.map((part, at) => (
        <RichPart key={at} part={part} />
      ))}
    </div>
  );
}
