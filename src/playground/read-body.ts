import type { IncomingMessage } from "node:http";

const mostBytes = 4 * 1024 * 1024;

/** A request's body as fields: a form, or a JSON object; null when it is neither or too large. */
export async function readBody(
  request: IncomingMessage,
): Promise<Readonly<Record<string, unknown>> | null> {
  const body = await readBytes(request);
  if (body === null) return null;
  const text = body.toString("utf8");
  if (request.headers["content-type"]?.startsWith("application/json") !== true) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

/** As it came; null when it is too large. */
export async function readBytes(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) return null;
    bytes += chunk.length;
    if (bytes > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
