import { open } from "node:fs/promises";

const pieceBytes = 262_144;
const lineFeed = 0x0a;

/** The lines of a file, the last one first. Empty ones are none. */
export async function* linesFromEnd(path: string): AsyncIterable<string> {
  const file = await open(path, "r");
  try {
    /** The beginning of what was read, whose line may have begun before it; from its end. */
    let begun: Buffer[] = [];
    for (let end = (await file.stat()).size; end > 0;) {
      const length = Math.min(pieceBytes, end);
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, end - length);
      if (bytesRead < length) throw new Error(`${path} grew shorter while it was read`);
      end -= length;
      let rest = buffer;
      for (let at = rest.lastIndexOf(lineFeed); at >= 0; at = rest.lastIndexOf(lineFeed)) {
        yield* lineOf([...begun, rest.subarray(at + 1)]);
        begun = [];
        rest = rest.subarray(0, at);
      }
      begun.push(rest);
    }
    yield* lineOf(begun);
  } finally {
    await file.close();
  }
}

/** A line feed is never a part of another character: only whole lines are made text. */
function lineOf(fromItsEnd: readonly Buffer[]): readonly string[] {
  const text = Buffer.concat(fromItsEnd.toReversed()).toString("utf8");
  return text === "" ? [] : [text];
}
