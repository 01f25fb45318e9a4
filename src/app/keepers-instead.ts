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
    for (const keeper of await keepers()) {
      if (keeper === person) continue;
      // The others are to hear of it all the same.
      await poster.tell(keeper, text).catch((error: unknown) => {
        log.warn({ error, keeper }, "a notice did not reach who looks after Goalpost");
      });
    }
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
