import { AppError } from "../../errors.ts";
import { toEncoding } from "../text-encoding.ts";
import type { HttpSettings } from "./http-settings.ts";

type Format = NonNullable<HttpSettings["format"]>;

export interface AnswerFormat {
  readonly format: Format;
  /** As the answer names it; null where it does not. */
  readonly encoding: string | null;
}

const formats: readonly (readonly [type: RegExp, format: Format])[] = [
  [/^application\/(?:x-ndjson|ndjson|jsonl|jsonlines|x-jsonlines)$/u, "lines"],
  [/^(?:application|text)\/(?:[\w.-]+\+)?json$/u, "json"],
  [/^(?:text\/(?:csv|plain|tab-separated-values)|application\/(?:csv|octet-stream))$/u, "csv"],
];

/** What an answer is, by the settings or by its own type. Throws `source_refused` where nobody says. */
export function formatOf(
  type: string | null,
  host: string,
  settings: Pick<HttpSettings, "format" | "encoding">,
): AnswerFormat {
  const [name = "", ...parameters] = (type ?? "").toLowerCase().split(";");
  const charset = parameters.map((each) => /^\s*charset="?([\w.:-]+)"?\s*$/u.exec(each)?.[1]);
  const encoding = toEncoding(settings.encoding ?? charset.find(Boolean) ?? "");
  if (/^text\/html$/u.test(name.trim())) {
    throw new AppError("source_refused", `${host} answers with a page for people`, {
      hint: "A page to sign in, perhaps: see its token, and url: for programs.",
    });
  }
  const format = settings.format ?? formats.find(([each]) => each.test(name.trim()))?.[1];
  if (format !== undefined) return { format, encoding };
  throw new AppError("source_refused", `${host} does not say what its answer is`, {
    hint: "Say it with format: csv, json or lines.",
  });
}
