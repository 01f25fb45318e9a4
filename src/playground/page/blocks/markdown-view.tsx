import type { ReactNode } from "react";
import { Mrkdwn } from "../mrkdwn.tsx";
import { type MarkdownPart, markdownParts, toMrkdwn } from "./markdown-parts.ts";

const Inline = ({ text }: { readonly text: string }): ReactNode => <Mrkdwn text={toMrkdwn(text)} />;

function Part({ part }: { readonly part: MarkdownPart }): ReactNode {
  switch (part.kind) {
    case "heading":
      return (
        <h4 className={`markdown-h${part.level}`}>
          <Inline text={part.text} />
        </h4>
      );
    case "paragraph":
      return (
        <p>
          <Inline text={part.text} />
        </p>
      );
    case "quote":
      return (
        <blockquote>
          <Inline text={part.text} />
        </blockquote>
      );
    case "code":
      return <pre>{part.text}</pre>;
    case "rule":
      return <hr />;
    case "list": {
      const List = part.isOrdered ? "ol" : "ul";
      return (
        <List>
          {part.items.map((item, at) => (
            <li key={at}>
              <Inline text={item} />
            </li>
          ))}
        </List>
      );
    }
    case "table":
      return <MarkdownTable rows={part.rows} />;
  }
}

function MarkdownTable({ rows }: { readonly rows: readonly (readonly string[])[] }): ReactNode {
  const [head = [], ...body] = rows;
  return (
    <div className="table-box">
      <table className="table">
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th key={at} scope="col">
                <Inline text={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column}>
                  <Inline text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function MarkdownView({ text }: { readonly text: string }): ReactNode {
  return (
    <div className="markdown">
      {markdownParts(text).map((part, at) => (
        <Part key={at} part={part} />
      ))}
    </div>
  );
}
