/** Begins a value after its name, however it was quoted: `a: 'b'`, `a=b`, `"a":"b"`, `\"a\":\"b\"`, `a%22%3A%22b`. */
const given = String.raw`(?:\\*["']|%22)?\s*(?:[=:]|%3A|%3D)\s*(?:\\*["']|%22)?`;

const named =
  "response_url|trigger_id|client_secret|signing_secret|app_token|bot_token|api_key|apikey|token|password|passwd|authorization";

/** Whether a field of that name holds nothing that anybody may read. */
export const namesSecret = (name: string): boolean => new RegExp(`^(?:${named})$`, "iu").test(name);

const secrets: readonly RegExp[] = [
  /\bx(?:ox[a-z]|app|oxe)[-.][\w.-]+/giu,
  /\b(?:Bearer|Basic)\s+[\w.~+/=-]+/giu,
  /https?(?::\/\/|%3A%2F%2F)hooks\.slack\.com\S+/giu,
  new RegExp(String.raw`(?<![a-z_])(?:${named})${given}[^\s"',;&}\\]+`, "giu"),
  // Credentials and queries in addresses.
  /(?<=:\/\/)[^\s/@]+@/gu,
  /(?<=:\/\/[^\s?"']{1,500})\?[^\s"']+/giu,
];

/** The text without tokens, signed addresses and one-time ids, for a log. */
export const redact = (text: string): string =>
  secrets.reduce((safe, secret) => safe.replaceAll(secret, "[hidden]"), text);
