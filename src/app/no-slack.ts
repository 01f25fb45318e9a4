import { AppError } from "../errors.ts";
import type { Poster } from "../scheduler/poster.ts";

const refuse = async (): Promise<never> => {
  throw new AppError("slack_refused", "There is no Slack to post to", {
    hint: "Set SLACK_BOT_TOKEN.",
  });
};

/** Stands where no Slack token is given: nothing can be posted, and whoever tries is told. */
export const noSlack: Poster = { post: refuse, findByKey: refuse, amend: refuse, tell: refuse };
