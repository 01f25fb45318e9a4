import type { Asker, Reply } from "../../commands/command.ts";
import { helpOn } from "../../commands/help.ts";
import { say } from "../i18n/say.ts";
import { responseDoor } from "./door.ts";
import type { Parts } from "./parts.ts";
import { saidWords } from "./said-words.ts";
import { channelOf, speak } from "./speak.ts";
import { takeWords } from "./take-words.ts";

/** Slash commands: those of the list, and help for every other that reaches us. */
export function registerCommands(parts: Parts): void {
  const { app, commands } = parts;
  app.command(/.*/u, async ({ command, respond }) => {
    const name = command.command.replace(/^\//u, "");
    const words = `${name} ${saidWords(command.text)}`.trim();
    const speaker = {
      user: command.user_id,
      team: command.team_id,
      channel: channelOf(command.channel_id),
    };
    const door = responseDoor(respond, { triggerId: command.trigger_id, toChannel: false });
    await takeWords(parts, { speaker, door, words, isTyped: true }, (asker) =>
      commands.some((each) => each.name === name)
        ? speak(parts, words, asker)
        : help(parts, name, asker),
    );
  });
}

/** The app's settings in Slack may name a command that this version does not have. */
async function help({ commands, desk }: Parts, name: string, asker: Asker): Promise<Reply> {
  const guide = await helpOn(commands).run("", asker, desk);
  if (guide.kind !== "page") return guide;
  const unknown = say(asker.locale, (t) => t.slack.unknownCommand, { command: `/${name}` });
  return { ...guide, refused: true, lines: [unknown, ...guide.lines] };
}
