import type { BlockAction, ViewOutput } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { Asker } from "../../commands/command.ts";
import { formView } from "../blocks/form-view.ts";
import { say } from "../i18n/say.ts";
import { toCalmPage } from "./failure.ts";
import { formAgain } from "./form-again.ts";
import { readMetadata, writeMetadata } from "./form-metadata.ts";
import { formValues } from "./form-values.ts";
import { forLetter } from "./gate.ts";
import type { Parts } from "./parts.ts";
import { isWithinRules } from "./send-checked.ts";
import { refusalOf } from "./slack-fault.ts";

/**
 * Draws a form anew after a live field changed. When that fails the form stays as it is; where too
 * much is asked it says so beneath the field.
 */
export async function redrawForm(
  { commands, desk, askerOf, replier }: Parts,
  { view, user, actions }: BlockAction,
): Promise<void> {
  const metadata = readMetadata(view?.private_metadata ?? "");
  const refresh = commands.find((each) => each.name === metadata?.command)?.refresh;
  if (view === undefined || metadata === null || refresh === undefined) return;
  const asker = await askerOf({ user: user.id, team: user.team_id ?? null, channel: null });
  if (asker.role === "stranger") return;
  try {
    const values = formValues(view.state.values);
    const form = await forLetter(replier.gate, asker, () =>
      refresh(metadata.state, values, asker, desk),
    );
    const drawn =
      form === null
        ? withWord(view, actions, asker)
        : formView(form, {
            metadata: writeMetadata({ ...metadata, state: form.state }),
            close: say(asker.locale, (t) => t.slack.cancel),
            locale: asker.locale,
          });
    if (drawn === null) return;
    isWithinRules("modal", drawn, replier);
    await replier.reader.views.update({ view_id: view.id, hash: view.hash, view: drawn });
  } catch (error) {
    // The person was faster: a later change has drawn the form already.
    if (refusalOf(error) === "hash_conflict") return;
    toCalmPage(error, asker.locale, replier.log);
  }
}

/**
 * As it stands, and beneath the field that it was not drawn anew; null where it says so already, for
 * Slack need not hear of it with every letter.
 */
function withWord(
  view: ViewOutput,
  [action]: BlockAction["actions"],
  { locale }: Asker,
): ModalView | null {
  const word = say(locale, (t) => t.slack.formStays);
  const again = formAgain(view, { [action?.block_id ?? ""]: word });
  return idsOf(again) === idsOf(view) ? null : again;
}

const idsOf = ({ blocks }: Pick<ViewOutput | ModalView, "blocks">): string =>
  blocks.map(({ block_id }) => block_id).join();
