import type { Asker, Reply } from "./command.ts";
import type { Desk } from "./desk.ts";

/** What a person's home shows, top to bottom. */
export async function home(_asker: Asker, _desk: Desk): Promise<readonly Reply[]> {
  return [];
}
