import type { BlockSuggestion } from "@slack/bolt";
import { choicesLike, fieldOf, liveAction, quietAction } from "../blocks/form-view.ts";
import { answerInTime } from "./answer-in-time.ts";
import { toCalmPage } from "./failure.ts";
import { readMetadata } from "./form-metadata.ts";
import { formValues } from "./form-values.ts";
import { forLetter } from "./gate.ts";
import type { Parts } from "./parts.ts";

/** Choices of a field that has too many to travel in the form, while the person types. */
export function registerSuggestions(parts: Parts): void {
  for (const action of [liveAction, quietAction]) {
    parts.app.options(action, async ({ ack, body }) => {
      await answerInTime(
        (options: Choices) => ack({ options }),
        choicesFor(parts, body),
        (options) => options,
        [],
      );
    });
  }
}

type Choices = ReturnType<typeof choicesLike>;

async function choicesFor(
  { commands, desk, askerOf, replier }: Parts,
  { view, user, block_id, value }: BlockSuggestion,
): Promise<Choices> {
  const asker = await askerOf({ user: user.id, team: user.team_id ?? null, channel: null });
  const metadata = readMetadata(view?.private_metadata ?? "");
  const refresh = commands.find((each) => each.name === metadata?.command)?.refresh;
  if (asker.role === "stranger" || metadata === null || refresh === undefined) return [];
  try {
    const values = formValues(view?.state.values ?? {});
    const form = await forLetter(replier.gate, asker, () =>
      refresh(metadata.state, values, asker, desk),
    );
    // Whatever stood in their place could be chosen.
    if (form === null) return [];
    return choicesLike(
      form.fields.find((each) => each.id === fieldOf(block_id))?.choices ?? [],
      value,
    );
  } catch (error) {
    toCalmPage(error, asker.locale, replier.log);
    return [];
  }
}
