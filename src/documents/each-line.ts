import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** The lines of a file one after the other: it may be longer than memory is large. */
export const eachLine = (path: string): AsyncIterable<string> =>
  createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Infinity });
