import type { Block } from "./block-kit/blocks.ts";
import type { HomePayload, ModalPayload } from "./block-kit/check-view.ts";
import type { Person } from "./people.ts";

/** What the server and its page say to each other. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  readonly kind: "public" | "private" | "im";
  /** People and the bot, by id. */
  readonly members: readonly string[];
  readonly isArchived?: boolean;
}

/** A file in a message, as the page may fetch it. */
export interface SharedFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly size: number;
}

export interface Message {
  readonly channel: string;
  readonly ts: string;
  /** A person's id, or the bot's. */
  readonly author: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly threadTs: string | null;
  readonly editedTs: string | null;
  /** Set on an ephemeral message: the only one who sees it. */
  readonly visibleTo: string | null;
  readonly metadata: unknown;
  readonly files?: readonly SharedFile[];
}

interface ViewFrame {
  readonly id: string;
  readonly hash: string;
  readonly person: string;
}
export interface ModalView extends ViewFrame {
  readonly kind: "modal";
  readonly payload: ModalPayload;
  readonly rootId: string;
  readonly previousId: string | null;
}
export interface HomeView extends ViewFrame {
  readonly kind: "home";
  readonly payload: HomePayload;
}
export type View = ModalView | HomeView;

/** A slash command as the message box offers it; `name` without its slash. */
export interface CommandHint {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
}
/** A whole line the message box may be filled with, without its slash. */
export interface Suggestion {
  readonly line: string;
  readonly about: string;
}
export interface ShortcutHint {
  readonly name: string;
  readonly callbackId: string;
  readonly type: "global" | "message";
}

/** Everything one person sees, sent when the page opens. */
export interface Snapshot {
  readonly me: string;
  readonly team: string;
  readonly bot: { readonly id: string; readonly name: string };
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
  readonly commands: readonly CommandHint[];
  readonly shortcuts: readonly ShortcutHint[];
  readonly messages: readonly Message[];
  readonly modals: readonly ModalView[];
  readonly home: HomeView | null;
  /** The app is connected and hears what people do. */
  readonly connected: boolean;
}

/** What happened since. */
export type Change =
  | { readonly kind: "message"; readonly message: Message; readonly isNew: boolean }
  | { readonly kind: "gone"; readonly message: Message }
  | { readonly kind: "channel"; readonly channel: Channel }
  | { readonly kind: "modals"; readonly person: string; readonly views: readonly ModalView[] }
  | { readonly kind: "home"; readonly person: string; readonly view: HomeView }
  | { readonly kind: "connected"; readonly connected: boolean };

export type LiveEvent = { readonly kind: "snapshot"; readonly snapshot: Snapshot } | Change;

export interface Choice {
  readonly text: string;
  readonly value: string;
  readonly about: string | null;
  readonly group: string | null;
}

/** What a person gave an element: text for typed ones, values for picked ones; null where empty. */
export type Given = string | readonly string[] | null;
/** What stands in the inputs of a message or view, by block id, then action id. */
export type GivenValues = Readonly<Record<string, Readonly<Record<string, Given>>>>;

export type Source =
  | { readonly kind: "message"; readonly channel: string; readonly ts: string }
  | { readonly kind: "view"; readonly id: string };

/** Something a person did on the page. */
export type Deed =
  | {
      readonly kind: "say";
      readonly channel: string;
      readonly text: string;
      readonly threadTs: string | null;
    }
  | {
      readonly kind: "press";
      readonly source: Source;
      readonly blockId: string;
      readonly actionId: string;
      readonly given: Given;
      readonly values: GivenValues;
    }
  | {
      readonly kind: "look_up";
      readonly source: Source;
      readonly blockId: string;
      readonly actionId: string;
      readonly text: string;
    }
  | { readonly kind: "submit"; readonly viewId: string; readonly values: GivenValues }
  | { readonly kind: "close"; readonly viewId: string; readonly all: boolean }
  | { readonly kind: "open_home"; readonly tab: "home" | "messages" }
  | { readonly kind: "shortcut"; readonly callbackId: string; readonly source: Source | null }
  | { readonly kind: "invite_bot"; readonly channel: string }
  | { readonly kind: "dismiss"; readonly channel: string; readonly ts: string }
  | { readonly kind: "complete"; readonly line: string };

export type Outcome =
  | {
      readonly ok: true;
      readonly choices?: readonly Choice[];
      readonly lines?: readonly Suggestion[];
    }
  /** `errors` by block id: what to say at a field of the form. */
  | {
      readonly ok: false;
      readonly error: string;
      readonly errors?: Readonly<Record<string, string>>;
    };
