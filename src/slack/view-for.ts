import type { ModalView } from "@slack/types";
import type { Asker, Form, SeenReply } from "../../commands/command.ts";
import { toClassic } from "../blocks/classic-blocks.ts";
import { formView, messageView } from "../blocks/form-view.ts";
import { say } from "../i18n/say.ts";
import { drawReply } from "./draw.ts";
import { writeMetadata } from "./form-metadata.ts";

export interface ViewOptions {
  /** Opened from App Home, which is drawn again after a change. */
  readonly fromHome: boolean;
  /** Of a modal that only says something. */
  readonly title?: string;
}

/** A reply as a modal: a form to fill in; anything else in the oldest blocks, buttons included. */
export const viewFor = (
  made: SeenReply,
  asker: Asker,
  { fromHome, title = titleFor(made, asker) }: ViewOptions,
): ModalView =>
  made.kind === "form"
    ? viewOfForm(made, asker, fromHome)
    : {
        ...messageView(
          title,
          say(asker.locale, (t) => t.slack.close),
          toClassic(drawReply(made, { asker, canShare: false, sharedBy: null }).blocks),
          writeMetadata({ command: "", state: "", fromHome }),
        ),
        // The form below it, if there is one, has had its effect.
        clear_on_close: made.kind !== "page" || !made.refused,
      };

export const viewOfForm = (form: Form, { locale }: Asker, fromHome: boolean): ModalView =>
  formView(form, {
    metadata: writeMetadata({ command: form.command, state: form.state, fromHome }),
    close: form.back ?? say(locale, (t) => t.slack.cancel),
    locale,
  });

const titleFor = (made: SeenReply, { locale }: Asker): string =>
  made.kind === "page" && made.refused ? say(locale, (t) => t.slack.notDone) : "Goalpost";
