import type { HttpSettings } from "./http-settings.ts";

/** What is sent with each question: who asks, and what is hoped for. */
export function headersOf(
  settings: Pick<HttpSettings, "token" | "token_header" | "user" | "password" | "format">,
): Readonly<Record<string, string>> {
  const { token, token_header, user, password, format } = settings;
  const accept = { csv: "text/csv", json: "application/json", lines: "application/x-ndjson" };
  const key = user === undefined ? null : `Basic ${btoaUtf8(`${user}:${password ?? ""}`)}`;
  return {
    accept: format === undefined ? "application/json, text/csv" : accept[format],
    ...(key !== null && { authorization: key }),
    ...(token !== undefined && token_header === undefined && { authorization: `Bearer ${token}` }),
    ...(token !== undefined &&
      token_header !== undefined && { [token_header.toLowerCase()]: token }),
  };
}

const btoaUtf8 = (text: string): string => Buffer.from(text, "utf8").toString("base64");
