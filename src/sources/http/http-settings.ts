import { z } from "zod";
import { isLocalDay } from "../../periods/local-day.ts";
import { parseDuration } from "../../quantities/parse-duration.ts";
import { csvFormat } from "../csv.ts";

const place = z
  .string()
  .regex(/^[^\s.*$]+(?:\.[^\s.*$]+){0,9}$/u, "a place such as tickets or data.items");

/** What speaks of the connection or the answer: a key in it would not arrive, or be taken for something else. */
const ofHttp =
  /^(?:host|connection|keep-alive|te|trailer|transfer-encoding|upgrade|expect|content-.*|accept.*|user-agent)$/iu;

const headerName = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,60}$/u, "a header's name, such as X-Api-Key")
  .refine(
    (name) => !ofHttp.test(name),
    "a header that HTTP has no other use for, such as X-Api-Key",
  );

const secret = z.string().regex(/^[\x21-\x7E]{1,4000}$/u, "text without blanks");

/** What `url:` may hold in braces. */
export const placeholders = ["since", "since_day", "since_epoch", "page"] as const;

const url = z
  .string()
  .max(4000)
  .refine(isAddress, "an address that begins with https://, without a name and a password in it")
  .refine(
    (text) => [...text.matchAll(/\{([^}]*)\}/gu)].every(([, each]) => isPlaceholder(each)),
    `of braces only ${placeholders.map((each) => `{${each}}`).join(", ")}`,
  );

const isPlaceholder = (name: string | undefined): boolean =>
  placeholders.some((each) => each === name);

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hash } = new URL(text);
  return /^https?:$/u.test(protocol) && username + password + hash === "";
}

export const httpSettings = z.strictObject({
  url: url.meta({
    description:
      "What is asked: an answer of CSV, or of JSON, a page or many. {since} is the moment, {since_day} the day and {since_epoch} the second from when on it is asked, {page} counts from 1",
    examples: ["https://desk.example.com/api/tickets?updated_since={since}"],
  }),
  token: secret.optional().meta({
    description: "Sent as Authorization: Bearer, or as it is in token_header",
    sample: { env: "DESK_TOKEN" },
    secret: true,
  }),
  token_header: headerName
    .optional()
    .meta({ description: "Which header takes the token", examples: ["X-Api-Key"] }),
  user: z
    .string()
    .min(1)
    .max(200)
    .refine((name) => !name.includes(":"), "a name without a colon")
    .optional()
    .meta({ description: "Sent with password:, where the other side asks for both" }),
  password: z
    .string()
    .min(1)
    .max(4000)
    .optional()
    .meta({ description: "Sent with user:", sample: { file: "desk-password.txt" }, secret: true }),
  private: z
    .boolean()
    .default(false)
    .meta({ description: "It lies in a network of your own, where http:// will do as well" }),
  format: z
    .enum(["csv", "json", "lines"])
    .optional()
    .meta({
      description: "By the answer's own type where it is left out; lines is a JSON object a line",
      examples: ["json"],
    }),
  rows: place.optional().meta({
    description: "Where in the JSON the rows stand; the answer is their list where it is left out",
    examples: ["tickets"],
  }),
  next: place.optional().meta({
    description: "Where the address of the next page stands; without it the header Link is asked",
    examples: ["links.next"],
  }),
  next_as: z
    .string()
    .regex(/^[\w.[\]-]{1,60}$/u, "a parameter's name, such as cursor")
    .optional()
    .meta({
      description: "What stands at next: is a mark, which this parameter takes",
      examples: ["cursor"],
    }),
  ends: place
    .optional()
    .meta({ description: "Where true stands on the last page", examples: ["end_of_stream"] }),
  more: place
    .optional()
    .meta({ description: "Where false stands on the last page", examples: ["meta.has_more"] }),
  look_back: z
    .string()
    .refine((text) => typeof parseDuration(text) === "number", "a duration such as 3d")
    .transform((text) => Number(parseDuration(text)))
    .default(14 * 86_400)
    .meta({
      description:
        "How long before what is held {since} lies, for what changes late; 14d by default",
      sample: "14d",
    }),
  begins: z
    .string()
    .refine(isLocalDay, "a day such as 2024-01-01")
    .optional()
    .meta({
      description: "The first day that is asked for, where {since} is used and nothing is held yet",
      examples: ["2024-01-01"],
    }),
  ...csvFormat,
});

export const httpExample = {
  name: "desk",
  records: { tickets: { id: "id", created_at: "created_at", channel: "via.channel" } },
};

export type HttpSettings = z.output<typeof httpSettings>;
