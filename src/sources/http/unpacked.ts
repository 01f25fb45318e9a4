import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { AppError } from "../../errors.ts";
import type { HttpLimits } from "./http-limits.ts";

/** Below this an answer may be packed as well as it likes: zeros and blanks pack far. */
const smallBytes = 1_048_576;

/**
 * The bytes of an answer, unpacked where it came by gzip, and never more than is allowed. Throws
 * `source_refused` where there are more.
 */
export async function* unpacked(
  body: AsyncIterable<Buffer>,
  { host, isPacked }: { readonly host: string; readonly isPacked: boolean },
  limits: Pick<HttpLimits, "wireBytes" | "unpackedBytes" | "ratio">,
): AsyncIterable<Buffer> {
  let wire = 0;
  let bytes = 0;
  async function* counted(): AsyncIterable<Buffer> {
    for await (const piece of body) {
      wire += piece.length;
      if (wire > limits.wireBytes) throw tooMuch(host, "sends", limits.wireBytes);
      yield piece;
    }
  }
  const source = Readable.from(counted());
  // What goes wrong reaches whoever reads the end of it.
  const stream = isPacked ? pipeline(source, createGunzip(), () => undefined) : source;
  for await (const piece of stream) {
    if (!Buffer.isBuffer(piece)) continue;
    bytes += piece.length;
    if (bytes > limits.unpackedBytes) throw tooMuch(host, "unpacks to", limits.unpackedBytes);
    if (bytes > smallBytes && bytes > wire * limits.ratio) {
      throw new AppError("source_refused", `${host} answers with what unpacks without end`, {
        hint: `No export packs to a hundredth. See what stands at that address.`,
      });
    }
    yield piece;
  }
}

const tooMuch = (host: string, does: string, bytes: number): AppError =>
  new AppError("source_refused", `${host} ${does} more than ${bytes / 1_048_576} MB at once`, {
    hint: "Ask for less: a shorter time, fewer rows a page.",
  });
