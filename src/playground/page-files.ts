import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

export interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
}

/** A file of the built page; null for anything outside its folder or not of its kinds. */
export async function readPageFile(folder: string, path: string): Promise<PageFile | null> {
  const file = normalize(join(folder, path === "/" ? "index.html" : path));
  const type = types[extname(file)];
  if (type === undefined || !file.startsWith(normalize(folder) + sep)) return null;
  try {
    return { type, bytes: await readFile(file) };
  } catch {
    return null;
  }
}
