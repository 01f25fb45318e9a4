import type { Clock } from "../clock.ts";
import type { Block } from "./block-kit/blocks.ts";
import type { Person, Seed } from "./people.ts";
import type { Upload } from "./uploads.ts";
import type { Change, Channel, HomeView, Message, ModalView, SharedFile, View } from "./wire.ts";

export interface Draft {
  readonly channel: string;
  readonly author: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly threadTs?: string | null;
  readonly visibleTo?: string | null;
  readonly metadata?: unknown;
  readonly files?: readonly SharedFile[];
}

/** A file with what is in it. */
export interface StoredFile extends Upload {
  readonly title: string;
}

/** What a workspace keeps over a restart: open modals and connections are gone by then. */
export interface Kept {
  readonly channels: readonly Channel[];
  readonly messages: readonly Message[];
  readonly homes: readonly HomeView[];
  /** `content` in base 64. */
  readonly files?: readonly (Omit<StoredFile, "bytes"> & { readonly content: string })[];
}

/** A Slack workspace in memory: who is in it, what was said, what is open on whose screen. */
export interface Workspace {
  readonly seed: Seed;
  readonly person: (id: string) => Person | null;
  readonly channel: (id: string) => Channel | null;
  readonly channels: () => readonly Channel[];
  /** The direct message between a person and the bot. */
  readonly im: (personId: string) => Channel;
  readonly join: (channel: Channel, id: string) => Channel;
  readonly messages: (channelId: string) => readonly Message[];
  readonly message: (channelId: string, ts: string) => Message | null;
  readonly post: (draft: Draft) => Message;
  readonly edit: (message: Message) => void;
  readonly keepFile: (file: StoredFile) => SharedFile;
  /** A file that stands in a message this person sees. */
  readonly fileFor: (personId: string, fileId: string) => StoredFile | null;
  readonly remove: (message: Message) => void;
  readonly view: (id: string) => View | null;
  /** A person's open modals, the first one at the bottom. */
  readonly stack: (personId: string) => readonly ModalView[];
  readonly setStack: (personId: string, views: readonly ModalView[]) => void;
  readonly home: (personId: string) => HomeView | null;
  readonly setHome: (view: HomeView) => void;
  readonly nextId: (prefix: string) => string;
  readonly tell: (change: Change) => void;
  readonly onChange: (listener: (change: Change) => void) => () => void;
  readonly keep: () => Kept;
}

/** Messages of a channel that outlive a restart. */
const mostKept = 300;

const imId = (personId: string): string => `D${personId.slice(1)}`;

function firstChannels({ people, channels, bot }: Seed): readonly Channel[] {
  return [
    ...channels.map(({ hasBot, members, ...rest }) => ({
      ...rest,
      members: hasBot ? [...members, bot.userId] : members,
    })),
    ...people.map(({ id, handle }) => ({
      id: imId(id),
      name: handle,
      topic: "",
      kind: "im" as const,
      members: [id, bot.userId],
    })),
  ];
}

/** A time stamp as Slack writes them: seconds and six digits that make it unique and rising. */
function createStamps(clock: Clock, last: string): () => string {
  let newest = Math.round(Number(last) * 1_000_000);
  return () => {
    newest = Math.max(newest + 1, clock.now().getTime() * 1000);
    return (newest / 1_000_000).toFixed(6);
  };
}

export function createWorkspace(seed: Seed, clock: Clock, kept: Kept | null = null): Workspace {
  const people = new Map(seed.people.map((each) => [each.id, each]));
  const channels = new Map(
    [...firstChannels(seed), ...(kept?.channels ?? [])].map((each) => [each.id, each]),
  );
  const messages = new Map<string, Message[]>();
  for (const each of kept?.messages ?? []) {
    messages.set(each.channel, [...(messages.get(each.channel) ?? []), each]);
  }
  const files = new Map<string, StoredFile>(
    (kept?.files ?? []).map(({ content, ...file }) => [
      file.id,
      { ...file, bytes: Buffer.from(content, "base64") },
    ]),
  );
  const homes = new Map((kept?.homes ?? []).map((each) => [each.person, each]));
  const stacks = new Map<string, readonly ModalView[]>();
  const listeners = new Set<(change: Change) => void>();
  const newest = [...messages.values()].flat().map(({ ts }) => ts);
  const nextStamp = createStamps(clock, newest.toSorted().at(-1) ?? "0");
  let count = 0;

  const tell = (change: Change): void => {
    for (const listener of listeners) listener(change);
  };
  const stack = (personId: string): readonly ModalView[] => stacks.get(personId) ?? [];
  const place = (message: Message): readonly Message[] => messages.get(message.channel) ?? [];

  return {
    seed,
    person: (id) => people.get(id) ?? null,
    channel: (id) => channels.get(id) ?? null,
    channels: () => [...channels.values()],
    im: (personId) => {
      const channel = channels.get(imId(personId));
      if (channel === undefined) throw new Error(`${personId} is nobody here`);
      return channel;
    },
    join: (channel, id) => {
      if (channel.members.includes(id)) return channel;
      const joined = { ...channel, members: [...channel.members, id] };
      channels.set(channel.id, joined);
      tell({ kind: "channel", channel: joined });
      return joined;
    },
    messages: (channelId) => messages.get(channelId) ?? [],
    message: (channelId, ts) => messages.get(channelId)?.find((each) => each.ts === ts) ?? null,
    post: (draft) => {
      const message: Message = {
        threadTs: null,
        visibleTo: null,
        metadata: null,
        ...draft,
        ts: nextStamp(),
        editedTs: null,
      };
      messages.set(message.channel, [...place(message), message]);
      tell({ kind: "message", message, isNew: true });
      return message;
    },
    keepFile: (file) => {
      files.set(file.id, file);
      const { id, name, title, bytes } = file;
      return { id, name, title, size: bytes.length };
    },
    fileFor: (personId, fileId) => {
      const isSeen = [...channels.values()].some(
        ({ id, members }) =>
          members.includes(personId) &&
          messages.get(id)?.some((each) => each.files?.some((file) => file.id === fileId)),
      );
      return isSeen ? (files.get(fileId) ?? null) : null;
    },
    edit: (message) => {
      const edited = { ...message, editedTs: nextStamp() };
      messages.set(
        message.channel,
        place(message).map((each) => (each.ts === message.ts ? edited : each)),
      );
      tell({ kind: "message", message: edited, isNew: false });
    },
    remove: (message) => {
      messages.set(
        message.channel,
        place(message).filter((each) => each.ts !== message.ts),
      );
      tell({ kind: "gone", message });
    },
    view: (id) =>
      [...[...stacks.values()].flat(), ...homes.values()].find((each) => each.id === id) ?? null,
    stack,
    setStack: (personId, views) => {
      stacks.set(personId, views);
      tell({ kind: "modals", person: personId, views });
    },
    home: (personId) => homes.get(personId) ?? null,
    setHome: (view) => {
      homes.set(view.person, view);
      tell({ kind: "home", person: view.person, view });
    },
    nextId: (prefix) => {
      count += 1;
      return `${prefix}${clock.now().getTime().toString(36).toUpperCase()}${count.toString(36).toUpperCase().padStart(4, "0")}`;
    },
    tell,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    keep: () => {
      const said = [...messages.values()].flatMap((each) => each.slice(-mostKept));
      return {
        channels: [...channels.values()],
        messages: said,
        homes: [...homes.values()],
        files: said
          .flatMap((each) => each.files ?? [])
          .flatMap(({ id }) => files.get(id) ?? [])
          .map(({ bytes, ...file }) => ({ ...file, content: bytes.toString("base64") })),
      };
    },
  };
}
