import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Kept, Workspace } from "./workspace.ts";

/** Changes when what is kept changes its shape: an older file is left aside. */
const form = 1;
const saveAfterMs = 300;

/** What an earlier run left; nothing where there is no file, or where it cannot be read. */
export function readKept(path: string): Kept | null {
  try {
    const kept: Kept & { readonly form: number } = JSON.parse(readFileSync(path, "utf8"));
    return kept.form === form ? kept : null;
  } catch {
    return null;
  }
}

/** Saves a workspace shortly after each change; the returned function saves what is left and ends it. */
export function keepIn(path: string, workspace: Workspace): () => void {
  let timer: NodeJS.Timeout | undefined;
  const save = (): void => {
    timer = undefined;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify({ form, ...workspace.keep() }));
    renameSync(`${path}.new`, path);
  };
  const stop = workspace.onChange(() => {
    timer ??= setTimeout(save, saveAfterMs);
  });
  return () => {
    stop();
    if (timer === undefined) return;
    clearTimeout(timer);
    save();
  };
}
