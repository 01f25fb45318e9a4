import { AppError } from "../errors.ts";
import type { Profile } from "../people/profile.ts";
import type { Log } from "../scheduler/log.ts";
import type { Poster } from "../scheduler/poster.ts";

export interface KeepersPorts {
  readonly profileOf: (person: string) => Promise<Profile>;
  /** Who looks after Goalpost. */
  readonly keepers: () => Promise<readonly string[]>;
  readonly log: Log;
}

/** A poster whose notices reach whoever looks after Goalpost where the person they are for is gone. */
export const keepersInstead = (
  poster: Poster,
  { profileOf, keepers, log }: KeepersPorts,
): Poster => ({
  ...poster,
  tell: async (person, text) => {
    const { isGone } = await profileOf(person);
    const isReached = !isGone && (await reaches(poster, person, text));
    if (isReached) return;
    const others = (await keepers()).filter((keeper) => keeper !== person);
    const faults: unknown[] = [];
    for (const keeper of others) {
      // The others are to hear of it all the same.
      await poster.tell(keeper, text).catch((error: unknown) => {
        log.warn({ error, keeper }, "a notice did not reach who looks after Goalpost");
        faults.push(error);
      });
    }
    if (others.length > 0 && faults.length === others.length) throw faults[0];
  },
});

/** False where Slack has no way to the person; throws what else it answers. */
async function reaches(poster: Poster, person: string, text: string): Promise<boolean> {
  try {
    await poster.tell(person, text);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "slack_closed") return false;
    throw error;
  }
}
