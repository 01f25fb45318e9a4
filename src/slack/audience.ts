import type { Asker } from "../../commands/command.ts";
import { placeIn } from "../digests/places.ts";
import type { Parts } from "./parts.ts";

/**
 * Whom an answer is written for that a whole channel reads: the language its digest has, else the
 * workspace's, and the workspace's zone, which readers in many zones share.
 */
export async function audienceIn(
  { desk, locale, zone }: Pick<Parts, "desk" | "locale" | "zone">,
  asker: Asker,
): Promise<Asker> {
  const { channel } = asker;
  if (channel === null) return { ...asker, locale, zone };
  const digests = await desk.digests.list();
  const digest = digests.find((each) => placeIn(each, channel) !== undefined);
  return { ...asker, locale: digest?.locale ?? locale, zone };
}
