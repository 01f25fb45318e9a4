import type { BlockAction } from "@slack/bolt";
import { formView } from "../blocks/form-view.ts";
import { say } from "../i18n/say.ts";
import { toCalmPage } from "./failure.ts";
import { readMetadata, writeMetadata } from "./form-metadata.ts";
import { formValues } from "./form-values.ts";
import type { Parts } from "./parts.ts";
import { isWithinRules } from "./send-checked.ts";
import { refusalOf } from "./slack-fault.ts";

/** Draws a form anew after a live field changed. When that fails the form stays as it is. */
export async function redrawForm(
  { commands, desk, askerOf, replier }: Parts,
  { view, user }: BlockAction,
): Promise<void> {
  const metadata = readMetadata(view?.private_metadata ?? "");
  const command = commands.find((each) => each.name === metadata?.command);
  if (view === undefined || metadata === null || command?.refresh === undefined) return;
  const asker = await askerOf({ user: user.id, team: user.team_id ?? null, channel: null });
  if (asker.role === "stranger") return;
  try {
    const form = await command.refresh(metadata.state, formValues(view.state.values), asker, desk);
    const drawn = formView(form, {
      metadata: writeMetadata({ ...metadata, state: form.state }),
      close: say(asker.locale, (t) => t.slack.cancel),
      locale: asker.locale,
    });
    isWithinRules("modal", drawn, replier);
    await replier.reader.views.update({ view_id: view.id, hash: view.hash, view: drawn });
  } catch (error) {
    // The person was faster: a later change has drawn the form already.
    if (refusalOf(error) === "hash_conflict") return;
    toCalmPage(error, asker.locale, replier.log);
  }
}
