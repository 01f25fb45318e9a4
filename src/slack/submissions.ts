import type { Locale } from "../i18n/locale.ts";
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { ModalView } from "@slack/types";
import type { ViewOutput, ViewSubmitAction } from "@slack/bolt";
import type { Asker, Form, SeenReply } from "../../commands/command.ts";
import { page, refusal } from "../../commands/page.ts";
import { plain } from "../blocks/factories.ts";
import { fieldOf, formCallback } from "../blocks/form-view.ts";
import { limits } from "../blocks/limits.ts";
import { toPlain } from "../blocks/text.ts";
import type { Seen } from "../documents/seen.ts";
import { say } from "../i18n/say.ts";
import { sentences } from "../i18n/sentences.ts";
import { answerInTime } from "./answer-in-time.ts";
import type { Speaker } from "./asker.ts";
import { chosenFaults } from "./chosen-faults.ts";
import type { ShownReply } from "./draw.ts";
import { toCalmPage } from "./failure.ts";
import { formAgain } from "./form-again.ts";
import { readMetadata } from "./form-metadata.ts";
import { formValues } from "./form-values.ts";
import { inTurn } from "./gate.ts";
import { publishHome } from "./home.ts";
import { describeError } from "./log.ts";
import type { Parts } from "./parts.ts";
import { strangerPage, tellDirectly } from "./reply.ts";
import { isGone } from "./screen.ts";
import { isWithinRules } from "./send-checked.ts";
import { viewFor, viewOfForm } from "./view-for.ts";

/** What became of a form: what is wrong, by field, or what the modal shows next. */
type Outcome =
  | { readonly kind: "errors"; readonly errors: Record<string, string> }
  /**
   * `over`: laid over the form, which keeps what was typed and may be sent again. `below`: the form
   * underneath, whose place this one takes.
   */
  | {
      readonly kind: "view";
      readonly view: ModalView;
      readonly over: boolean;
      readonly below: string | null;
      readonly made: SeenReply;
    };

/** Forms that come back. A form is taken once: a second press changes nothing. */
export function registerSubmissions(parts: Parts): void {
  const { app, askerOf, replier, seen } = parts;

  app.view<ViewSubmitAction>(formCallback, async ({ ack, view, body }) => {
    const key = `view:${view.id}:${view.hash}`;
    const ended = `${key}:ended`;
    if (!(await seen.isFirst(key)) && (await isDoneElsewhere(seen, ended))) return ack();
    const speaker = { user: body.user.id, team: body.user.team_id ?? null, channel: null };
    const asker = await askerOf(speaker);
    const work = take(parts, view, asker, speaker).then(async (outcome) => {
      if (outcome.kind === "errors" || outcome.over) await seen.forget(key);
      // Done it is all the same: what cannot be marked is taken again, for nothing.
      else await seen.isFirst(ended).catch(() => false);
      return outcome;
    });
    const external_id = randomUUID();
    const outcome = await answerInTime<Outcome, Outcome>(
      async (made) => {
        // Closed with nothing said, it leaves the form that stands in the place of the one below it.
        if (await drawnBelow(made, parts)) return ack();
        return ack(toAnswer(made));
      },
      work,
      (made) => made,
      waiting(asker, external_id, depthOf(view) < mostModals),
    );
    if (outcome === null) return;
    const late = outcome.kind === "view" ? outcome.view : formAgain(view, outcome.errors);
    isWithinRules("modal", late, replier);
    try {
      await replier.reader.views.update({ external_id, view: { ...late, external_id } });
    } catch (error) {
      if (!isGone(error)) throw error;
      await tellDirectly(replier, asker, inWords(outcome, asker));
    }
  });
}

/** Slack waits three seconds in all, of which saving may need most. */
const waitsMs = [0, 50, 100, 150, 250];

/**
 * Whoever took a form first is given a moment to be done with it. A process may have died over it: then
 * it is taken again, and has one effect all the same, by the mark it carries.
 */
async function isDoneElsewhere(seen: Seen, ended: string): Promise<boolean> {
  for (const waitMs of waitsMs) {
    await setTimeout(waitMs);
    if (await seen.has(ended)) return true;
  }
  return false;
}

/** Never rejects: where it could not be drawn it takes the place of what was sent, as any other. */
async function drawnBelow(made: Outcome, { replier }: Parts): Promise<boolean> {
  if (made.kind === "errors" || made.below === null) return false;
  try {
    await replier.reader.views.update({ view_id: made.below, view: made.view });
    return true;
  } catch (error) {
    replier.log.info({ error: describeError(error) }, "The next form is shown in the upper window");
    return false;
  }
}

/** For whoever closed the window: what was done, or that it was not. */
function inWords(outcome: Outcome, { locale }: Asker): ShownReply {
  if (outcome.kind === "errors") return refusal(Object.values(outcome.errors));
  const { made } = outcome;
  return made.kind === "form" ? refusal([say(locale, (t) => t.slack.closedEarly)]) : made;
}

const toAnswer = (outcome: Outcome) =>
  outcome.kind === "errors"
    ? ({ response_action: "errors", errors: outcome.errors } as const)
    : ({ response_action: outcome.over ? "push" : "update", view: outcome.view } as const);

/** Never rejects: a failure becomes a modal that says so calmly. */
async function take(
  parts: Parts,
  view: ViewOutput,
  asker: Asker,
  speaker: Speaker,
): Promise<Outcome> {
  const { commands, desk, replier } = parts;
  const { locale } = asker;
  const show = (made: SeenReply): Outcome => shown(parts, asker, made, view);
  if (asker.role === "stranger") return show(strangerPage(asker));
  const metadata = readMetadata(view.private_metadata);
  const submit = commands.find((each) => each.name === metadata?.command)?.submit;
  if (metadata === null || submit === undefined) {
    return show(refusal([say(locale, (t) => t.slack.formGone)]));
  }
  const notNow = (): Outcome => {
    const text = say(locale, (t) => t.slack.sendAgain);
    return view.blocks.some(({ type }) => type === "input")
      ? { kind: "errors", errors: onFields({ "": text }, view, locale) }
      : show(refusal([text]));
  };
  try {
    if ((await replier.gate.rates.step(asker.id)) > 0) return notNow();
    const values = formValues(view.state.values);
    const chosen = await chosenFaults(parts, view, locale);
    if (Object.keys(chosen).length > 0) return { kind: "errors", errors: chosen };
    const result = await inTurn(replier.gate, () => submit(metadata.state, values, asker, desk));
    if (result === null) return notNow();
    if (!result.ok) return { kind: "errors", errors: onFields(result.errors, view, locale) };
    if (metadata.fromHome && result.reply.kind !== "form") {
      await publishHome(parts, speaker).catch((error: unknown) =>
        replier.log.warn({ error: describeError(error) }, "App Home was not drawn again"),
      );
    }
    return show(result.reply);
  } catch (error) {
    return show(toCalmPage(error, locale, replier.log));
  }
}

/** Slack takes errors on the view's own fields only: any other is said at the first. */
function onFields(errors: Readonly<Record<string, string>>, view: ViewOutput, locale: Locale) {
  const fields = view.blocks.flatMap(({ type, block_id }) =>
    type === "input" && block_id !== undefined ? [block_id] : [],
  );
  const placed: Record<string, string> = {};
  for (const [id, error] of Object.entries(errors)) {
    const field = fields.find((each) => fieldOf(each) === id) ?? fields[0] ?? id;
    placed[field] = toPlain(sentences([placed[field] ?? "", error], locale), 300);
  }
  return placed;
}

/** Slack piles up no more modals than these. */
const mostModals = 3;

const depthOf = ({ previous_view_id, root_view_id }: ViewOutput): number => {
  if (previous_view_id === null) return 1;
  return previous_view_id === root_view_id ? 2 : 3;
};

/** What asks back, and what could not be done, is laid over the form; what is done takes its place. */
function shown(parts: Parts, asker: Asker, made: SeenReply, below: ViewOutput): Outcome {
  const asksBack =
    made.kind === "form" ? made.back !== undefined : made.kind === "page" && made.refused;
  // What asked back already, and has more to ask.
  const isAgain = made.kind === "form" && below.close?.text === made.back;
  const over = asksBack && !isAgain && depthOf(below) < mostModals;
  const fromHome = readMetadata(below.private_metadata)?.fromHome ?? false;
  const view =
    made.kind === "form" && !over && !isAgain
      ? lastingForm(made, asker, fromHome)
      : viewFor(made, asker, { fromHome, title: titleFor(made, asker) });
  isWithinRules("modal", view, parts.replier);
  // The next form needs no window of its own: Slack has three, and each form asks back in another.
  const isNext = made.kind === "form" && !asksBack;
  return { kind: "view", view, over, below: isNext ? below.previous_view_id : null, made };
}

/** Where no way leads back to what it came from, closing it closes all. */
const lastingForm = (form: Form, asker: Asker, fromHome: boolean): ModalView => ({
  ...viewOfForm(form, asker, fromHome),
  close: plain(
    say(asker.locale, (t) => t.slack.cancel),
    limits.viewTitle,
  ),
  clear_on_close: true,
});

const titleFor = (made: SeenReply, { locale }: Asker): string =>
  say(locale, (t) => (made.kind === "page" && made.refused ? t.slack.notDone : t.slack.done));

function waiting(asker: Asker, external_id: string, over: boolean): Outcome {
  const made = page([say(asker.locale, (t) => t.slack.savingLong)]);
  const title = say(asker.locale, (t) => t.slack.saving);
  const view = { ...viewFor(made, asker, { fromHome: false, title }), external_id };
  return { kind: "view", view, over, below: null, made };
}
