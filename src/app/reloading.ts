import type { Config } from "../config/config.ts";
import { readConfig } from "../config/read-config.ts";
import { AppError } from "../errors.ts";
import { describeError, type Log } from "../slack/log.ts";

export interface ReloadingParts {
  readonly path: string;
  readonly hide: (secret: string) => void;
  readonly bot: { readonly reconfigure: (config: Config) => Promise<void> };
  readonly log: Log;
}

/** Reads the configuration anew and lets it be in force. What is wrong with it is in the log; never throws. */
export const reloading =
  ({ path, hide, bot, log }: ReloadingParts) =>
  async (): Promise<void> => {
    try {
      await bot.reconfigure(await readConfig({ path, hide }));
      const unchanged = "tokens, ports, DATABASE_URL and the data folder change at a start alone";
      log.info({ path, unchanged }, "The configuration was read anew and is in force");
    } catch (error) {
      const faults = error instanceof AppError ? error.message.split("\n") : [describeError(error)];
      const hint = error instanceof AppError ? error.hint : null;
      log.error({ path, faults, hint }, "The configuration was refused; the one before goes on");
    }
  };
