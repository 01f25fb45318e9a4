import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { Config } from "../../src/config/config.ts";
import { ConfigError, type Fault } from "../../src/config/fault.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { shelf, type Shelf } from "../../src/config/shelf.ts";
import { defineSource } from "../../src/sources/source.ts";
import { afterTest } from "../closing.ts";

/** A folder of its own, gone after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "goalpost-config-"));
  afterTest(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A source that needs a secret, beside those on the shelf. */
export const withWeb: Shelf = {
  ...shelf,
  sources: [
    ...shelf.sources,
    defineSource({
      type: "web",
      settings: z.strictObject({
        url: z.url().meta({ description: "Where it is" }),
        token: z.string().min(12).meta({ description: "Its key", secret: true }),
      }),
      async *read() {},
    }),
  ],
};

export interface Reading {
  readonly text: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly shelf?: Shelf;
  readonly folder?: string;
  readonly hide?: (secret: string) => void;
}

export async function read({
  text,
  env = {},
  folder = newFolder(),
  hide = () => undefined,
  ...more
}: Reading): Promise<Config> {
  const path = join(folder, "goalpost.yml");
  writeFileSync(path, text);
  return await readConfig({ path, env, hide, shelf: more.shelf ?? shelf });
}

/** The faults of a text, which is wrong; a fault of ours would be thrown on. */
export async function faultsOf(reading: Reading): Promise<readonly Fault[]> {
  try {
    await read(reading);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}
