import { constants } from "node:fs";
import { type FileHandle, lstat, open, readdir, realpath } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { AppError } from "../errors.ts";
import type { SourceContext } from "./source.ts";

/** As many files as one glob may mean. */
const mostFiles = 10_000;

export interface FoundFile {
  /** Counted from the configuration's folder. */
  readonly name: string;
  readonly path: string;
}

/**
 * The files a glob means (`*`, `?`, `**`), in the order of their names, so that a later file wins.
 * Only regular files whose real path lies below a root: no links out of it, no pipes, no devices.
 */
export async function findFiles(
  glob: string,
  context: SourceContext,
): Promise<readonly FoundFile[]> {
  const from = resolve(context.folder, glob);
  const named = await walk("/", from.split(sep).filter(Boolean), context.signal);
  if (named.length === 0) {
    throw new AppError("pull_refused", `No file is at ${glob}`, {
      hint: `The path counts from ${context.folder}.`,
    });
  }
  const found: FoundFile[] = [];
  for (const path of named.toSorted()) {
    found.push(await checked(path, nameOf(path, context.folder), context));
  }
  return found;
}

/** Opens a file that was found, and looks again at what it opened. */
export async function openFound({ name, path }: FoundFile): Promise<FileHandle> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await open(path, flags).catch((cause: unknown) => {
    throw new AppError("pull_refused", `${name} cannot be opened`, {
      hint: "Let the user Goalpost runs as read it.",
      cause,
    });
  });
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw notAFile(name);
}

async function walk(
  folder: string,
  [first, ...rest]: readonly string[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  signal.throwIfAborted();
  if (first === undefined) return [];
  if (!/[*?]/u.test(first)) {
    const path = join(folder, first);
    if (rest.length > 0) return await walk(path, rest, signal);
    return (await lstat(path).catch(() => null)) === null ? [] : [path];
  }
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const visible = entries.filter(({ name }) => !name.startsWith("."));
  const paths: string[] = [];
  if (first === "**") {
    paths.push(...(await walk(folder, rest, signal)));
    // A linked folder is not entered: it may lead back here.
    for (const each of visible.filter((entry) => entry.isDirectory())) {
      paths.push(...(await walk(join(folder, each.name), [first, ...rest], signal)));
    }
  } else {
    for (const { name } of visible.filter((entry) => matches(entry.name, first))) {
      paths.push(
        ...(rest.length > 0 ? await walk(join(folder, name), rest, signal) : [join(folder, name)]),
      );
    }
  }
  if (paths.length > mostFiles) {
    throw new AppError("pull_refused", `More than ${mostFiles} files match`, {
      hint: "Name a narrower path.",
    });
  }
  return paths;
}

/** Linear in the name for each star: no pattern can make it slow. */
function matches(name: string, pattern: string): boolean {
  let [at, wanted, star, retry] = [0, 0, -1, 0];
  while (at < name.length) {
    if (pattern[wanted] === "*") {
      star = wanted;
      retry = at;
      wanted += 1;
    } else if (pattern[wanted] === "?" || pattern[wanted] === name[at]) {
      wanted += 1;
      at += 1;
    } else if (star >= 0) {
      retry += 1;
      at = retry;
      wanted = star + 1;
    } else return false;
  }
  return /^\**$/u.test(pattern.slice(wanted));
}

async function checked(path: string, name: string, context: SourceContext): Promise<FoundFile> {
  const real = await realpath(path).catch(() => null);
  if (real === null) {
    throw new AppError("pull_refused", `${name} leads nowhere`, {
      hint: "It is a link: see whether what it names is there and may be read.",
    });
  }
  const roots = await Promise.all(context.roots.map(toReal));
  const root = roots.find((each) => isBelow(real, each));
  const closed = await Promise.all(context.closed.map(toReal));
  const isHidden =
    root !== undefined &&
    relative(root, real)
      .split(sep)
      .some((part) => part.startsWith("."));
  if (root === undefined || isHidden || closed.some((each) => isBelow(real, each))) {
    throw new AppError("pull_refused", `${name} may not be read`, {
      hint: "Put the file below the configuration's folder, outside the data folder.",
    });
  }
  if (!(await lstat(real)).isFile()) throw notAFile(name);
  return { name, path: real };
}

const toReal = async (path: string): Promise<string> => await realpath(path).catch(() => path);

const isBelow = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return way !== "" && !way.startsWith("..") && !isAbsolute(way);
};

const nameOf = (path: string, folder: string): string =>
  isBelow(path, folder) ? relative(folder, path) : path;

const notAFile = (name: string): AppError =>
  new AppError("pull_refused", `${name} is no regular file`, {
    hint: "A folder, a pipe or a device cannot be pulled.",
  });
