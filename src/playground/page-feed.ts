import type { ServerResponse } from "node:http";
import type { Person } from "./people.ts";
import type { Change, LiveEvent, Snapshot } from "./wire.ts";
import type { World } from "./world.ts";

/** Whether this person may see what happened. */
function concerns(change: Change, personId: string, { workspace }: World): boolean {
  switch (change.kind) {
    case "message":
    case "gone": {
      const { channel, visibleTo } = change.message;
      const isMember = workspace.channel(channel)?.members.includes(personId) === true;
      return isMember && (visibleTo === null || visibleTo === personId);
    }
    case "channel":
      return change.channel.members.includes(personId);
    case "modals":
    case "home":
      return change.person === personId;
    case "connected":
      return true;
  }
}

function snapshotFor(person: Person, world: World, connected: boolean): Snapshot {
  const { workspace, commands, shortcuts } = world;
  const { seed } = workspace;
  const channels = workspace.channels().filter(({ members }) => members.includes(person.id));
  return {
    me: person.id,
    team: seed.team.name,
    bot: { id: seed.bot.userId, name: seed.bot.name },
    people: seed.people,
    channels,
    commands: commands.map(({ name, usage, summary }) => ({
      name,
      usage: usage[person.locale],
      summary: summary[person.locale],
    })),
    shortcuts,
    messages: channels
      .flatMap(({ id }) => workspace.messages(id))
      .filter(({ visibleTo }) => visibleTo === null || visibleTo === person.id),
    modals: workspace.stack(person.id),
    home: workspace.home(person.id),
    connected,
  };
}

/** Server-sent events: everything a person sees now, then each change to it. */
export function openFeed(
  person: Person,
  world: World,
  isConnected: boolean,
  response: ServerResponse,
): void {
  const send = (event: LiveEvent): void => {
    response.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  response.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  send({ kind: "snapshot", snapshot: snapshotFor(person, world, isConnected) });
  const stop = world.workspace.onChange((change) => {
    if (concerns(change, person.id, world)) send(change);
  });
  response.on("close", stop);
}
