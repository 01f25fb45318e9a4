import { checkBlocks } from "../block-kit/check-blocks.ts";
import { checkView } from "../block-kit/check-view.ts";
import { type Method, refuse } from "./method.ts";

const authTest: Method = {
  status: "supported",
  token: "bot",
  run: (_args, { workspace: { seed } }) => ({
    ok: true,
    url: `https://${seed.team.domain}.slack.com/`,
    team: seed.team.name,
    user: seed.bot.name.toLowerCase(),
    team_id: seed.team.id,
    user_id: seed.bot.userId,
    bot_id: seed.bot.botId,
    is_enterprise_install: false,
  }),
};

const apiTest: Method = { status: "partial", token: "none", run: () => ({ ok: true, args: {} }) };

const teamInfo: Method = {
  status: "partial",
  token: "bot",
  run: (_args, { workspace: { seed } }) => ({
    ok: true,
    team: { ...seed.team, email_domain: "", icon: { image_default: true } },
  }),
};

const botsInfo: Method = {
  status: "supported",
  token: "bot",
  run: (args, { workspace: { seed } }) =>
    args.text("bot") === seed.bot.botId
      ? {
          ok: true,
          bot: {
            id: seed.bot.botId,
            deleted: false,
            name: seed.bot.name,
            app_id: seed.appId,
            user_id: seed.bot.userId,
          },
        }
      : refuse("bot_not_found"),
};

const blocksValidate: Method = {
  status: "partial",
  token: "none",
  run: (args) => {
    const view = args.json("view");
    const checked =
      view === undefined ? checkBlocks(args.json("blocks"), "message") : checkView(view);
    return checked.ok ? { ok: true } : refuse(checked.error, checked.faults);
  },
};

export const workspaceInfo: Readonly<Record<string, Method>> = {
  "api.test": apiTest,
  "auth.test": authTest,
  "team.info": teamInfo,
  "bots.info": botsInfo,
  "blocks.validate": blocksValidate,
};
