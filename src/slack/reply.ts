import type { WebClient } from "@slack/web-api";
import type {
  AnswerReply,
  Asker,
  FileReply,
  Form,
  Page,
  Reply,
  SeenReply,
} from "../../commands/command.ts";
import { page, refusal } from "../../commands/page.ts";
import { say } from "../i18n/say.ts";
import { showsAgents } from "./agent-figures.ts";
import { channelDoor, type Door } from "./door.ts";
import { drawReply, type ShownReply } from "./draw.ts";
import { toCalmPage } from "./failure.ts";
import { handOver } from "./hand-over.ts";
import { describeError } from "./log.ts";
import { lateTriggers, showOn, type Screen } from "./screen.ts";
import { busyPage, inTurn, tooOften, type Gate } from "./gate.ts";
import { isWithinRules, sendChecked, type Checking } from "./send-checked.ts";
import { refusalOf } from "./slack-fault.ts";
import { viewFor, viewOfForm } from "./view-for.ts";

/** One request of a person, and the way back. */
export interface Turn {
  readonly asker: Asker;
  readonly door: Door;
  /** The asker with the channel's language and zone: whom an answer is written for that all can read. */
  readonly audience?: Asker;
  /** What they said, to be said again by a button. */
  readonly words: string;
  /** As a slash command, of which Slack keeps nothing. */
  readonly isTyped?: boolean;
  /** A figure goes here, for all to see; whatever else there is to say stays private. */
  readonly shareDoor?: Door;
  /** Where an answer about single agents goes instead. */
  readonly agentsDoor?: Door;
  /** Where a page that names single records goes instead. */
  readonly privateDoor?: Door;
  readonly fromHome?: boolean;
  /** A modal that stands open for what comes of it. */
  readonly screen?: Screen;
}

export interface Replier extends Checking {
  /** Opens modals. */
  readonly reader: WebClient;
  /** Posts, and never twice. */
  readonly writer: WebClient;
  readonly gate: Gate;
}

/**
 * Does the work and shows what comes of it; a stranger's is not done at all. Never rejects: a
 * failure becomes a sentence, and if even that cannot be said here, a direct message.
 */
export async function reply(
  replier: Replier,
  turn: Turn,
  work: (reader: Asker) => Promise<Reply>,
): Promise<void> {
  const { asker } = turn;
  try {
    if (asker.role === "stranger") return await show(replier, turn, strangerPage(asker));
    // Whoever walks through a form asks for many steps of it, which were counted as its window opened.
    const often =
      turn.screen === undefined ? await tooOften(replier.gate, asker, turn.words) : null;
    const aside = { ...turn, door: turn.privateDoor ?? turn.door };
    if (often !== null) return await show(replier, aside, often);
    const made = await inTurn(replier.gate, () => makeFor(turn, work));
    await (made === null
      ? show(replier, aside, busyPage(asker, turn.words))
      : show(replier, turn, made));
  } catch (error) {
    const typed = turn.isTyped === true ? `/${turn.words}` : null;
    const calm = toCalmPage(error, readerOf(turn).locale, replier.log, typed);
    try {
      await show(replier, turn, calm);
    } catch (again) {
      replier.log.warn({ error: describeError(again) }, "No way back to the person; sent directly");
      await send(replier, { ...turn, door: directDoor(replier, asker) }, calm).catch(
        (last: unknown) =>
          replier.log.error({ error: describeError(last) }, "The person was not told"),
      );
    }
  }
}

/** Who reads what goes through the turn's door. */
const readerOf = ({ asker, audience = asker, door }: Turn): Asker =>
  door.isPrivate ? asker : audience;

async function makeFor(turn: Turn, work: (reader: Asker) => Promise<Reply>): Promise<Reply> {
  const { asker, audience = asker, shareDoor } = turn;
  const made = await work(audience);
  if (audience.locale === asker.locale) return made;
  if (made.kind === "file") return work(asker);
  const isForAll =
    shareDoor === undefined ? !doorFor(turn, made).isPrivate : made.kind === "answer";
  // What is for the asker alone is in their own language. Only a figure: asking has no effect.
  const isOfFigures = shareDoor !== undefined || made.kind === "answer" || made.kind === "sheet";
  return isForAll || !isOfFigures ? made : work(asker);
}

export const strangerPage = ({ locale }: Asker): Page =>
  refusal([say(locale, (t) => t.words.stranger)]);

const directDoor = ({ writer }: Replier, { id }: Asker): Door =>
  channelDoor(writer, id, { isPrivate: true });

/** To whom no window stands open any more. */
export const tellDirectly = (replier: Replier, asker: Asker, made: ShownReply): Promise<void> =>
  send(replier, { asker, door: directDoor(replier, asker), words: "" }, made);

async function show(replier: Replier, turn: Turn, given: Reply): Promise<void> {
  const made = given.kind === "file" ? await handed(replier, turn, given) : given;
  if (made === null) return;
  if (turn.screen !== undefined) return showIn(turn.screen, replier, turn, made);
  if (made.kind === "form") return openForm(replier, turn, made);
  return made.kind === "answer" && turn.shareDoor !== undefined
    ? share(replier, turn, turn.shareDoor, made)
    : send(replier, { ...turn, door: doorFor(turn, made) }, made);
}

/** Direct messages are where it comes to. */
const handed = ({ writer }: Replier, turn: Turn, file: FileReply): Promise<Page | null> =>
  handOver(writer, file, {
    asker: turn.asker,
    reader: readerOf(turn),
    seesIt: turn.asker.channel === null && turn.screen === undefined,
  });

async function showIn(
  screen: Screen,
  replier: Replier,
  turn: Turn,
  made: SeenReply,
): Promise<void> {
  const view = viewFor(made, turn.asker, { fromHome: turn.fromHome ?? false });
  isWithinRules("modal", view, replier);
  const isSeen = (await showOn(replier.reader, screen, view)) !== null;
  // Whoever closed the modal wants no form any more; what was done is said all the same.
  if (!isSeen && made.kind !== "form") await send(replier, turn, made);
}

function doorFor({ door, agentsDoor, privateDoor }: Turn, made: SeenReply): Door {
  if (privateDoor !== undefined && made.kind === "sheet" && made.isPrivate) return privateDoor;
  return agentsDoor !== undefined && showsAgents(made) ? agentsDoor : door;
}

const share = (replier: Replier, turn: Turn, door: Door, made: AnswerReply): Promise<void> => {
  const asker = readerOf({ ...turn, door });
  const message = drawReply(made, { asker, canShare: false, sharedBy: asker.name });
  return sendChecked(message, replier, door.send);
};

async function send(replier: Replier, turn: Turn, made: ShownReply): Promise<void> {
  const { door } = turn;
  const asker = readerOf(turn);
  const canShare = door.isPrivate && asker.channel !== null;
  const message = drawReply(made, { asker, canShare, sharedBy: null });
  try {
    await sendChecked(message, replier, door.send);
  } catch (error) {
    // A response address lives for half an hour and five answers: what is ready is not thrown away.
    if (!spentAddresses.has(refusalOf(error) ?? "")) throw error;
    await sendChecked(message, replier, directDoor(replier, asker).send);
  }
}

const spentAddresses = new Set(["expired_url", "used_url"]);

/** A form needs a press not older than three seconds; without one the person gets a button for it. */
async function openForm(replier: Replier, turn: Turn, form: Form): Promise<void> {
  const { door, words, fromHome = false } = turn;
  const asker = readerOf(turn);
  const later = (line: string) =>
    send(
      replier,
      turn,
      page([line], {
        title: form.title,
        choices: [{ label: say(asker.locale, (t) => t.slack.openForm), words }],
      }),
    );
  if (door.triggerId === null) return later(say(asker.locale, (t) => t.slack.formHere));
  const view = viewOfForm(form, asker, fromHome);
  isWithinRules("modal", view, replier);
  try {
    await replier.reader.views.open({ trigger_id: door.triggerId, view });
  } catch (error) {
    if (!lateTriggers.has(refusalOf(error) ?? "")) throw error;
    await later(say(asker.locale, (t) => t.slack.formLate));
  }
}
