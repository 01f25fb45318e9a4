import type { PastOdds } from "../digests/past-odds.ts";
import type { Log } from "../scheduler/log.ts";
import type { Poster } from "../scheduler/poster.ts";

/** A poster that keeps which odds a channel was told. What is posted stays posted if they cannot be kept. */
export const tellingPoster = (
  poster: Poster,
  { tell }: Pick<PastOdds, "tell">,
  log: Log,
): Poster => ({
  ...poster,
  post: async (channel, message, key, ...where) => {
    const posted = await poster.post(channel, message, key, ...where);
    try {
      if (message.kind === "digest") await tell(message.digest.goals);
    } catch (error) {
      log.error({ error, delivery: key }, "the odds of a digest could not be kept");
    }
    return posted;
  },
});
