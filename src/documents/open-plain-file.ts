import { constants, type FileHandle, open } from "node:fs/promises";

/** Opens a file to read it. A pipe, which may never end or begin, a device and a folder are no files: throws. */
export async function openPlainFile(path: string): Promise<FileHandle> {
  // Without it a pipe is waited for until somebody writes to it.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new Error(`${path} is no regular file`);
}
