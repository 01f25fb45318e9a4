const secrets: readonly RegExp[] = [
  /\bx(?:ox[a-z]|app|oxe)-[\w.-]+/giu,
  /\bBearer\s+[\w.~+/=-]+/giu,
  /https?:\/\/hooks\.slack\.com\/\S+/giu,
  /\b(?:response_url|trigger_id|client_secret|signing_secret|token)["']?\s*[=:]\s*["']?[^\s"',;&}]+/giu,
  // Credentials and queries in addresses.
  /(?<=:\/\/)[^\s/@]+@/gu,
  /(?<=:\/\/[^\s?"']{1,500})\?[^\s"']+/giu,
];

/** The text without tokens, signed addresses and one-time ids, for a log. */
export const redact = (text: string): string =>
  secrets.reduce((safe, secret) => safe.replaceAll(secret, "[hidden]"), text);
