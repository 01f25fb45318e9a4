import { once } from "node:events";
import { expect } from "vitest";
import type { LiveEvent, ModalView } from "../../src/playground/wire.ts";
import type { Playground } from "../../src/playground/server.ts";
import { liveFeed } from "../fixtures/live-feed.ts";
import { filledIn } from "../playground/filled-in.ts";
import { visitorAt } from "../playground/workspace-for-tests.ts";
import { typed } from "../slack/bot-for-tests.ts";

/** Somebody who asks, fills in forms and looks at Home; each comes back once it is answered. */
export async function dayPerson(slack: Playground, id: string) {
  const { do: act } = visitorAt(slack, id);
  let onEvent: ((event: LiveEvent) => void) | null = null;
  await liveFeed(slack, id, (event) => onEvent?.(event));
  /** Does something and waits for what is to come of it. */
  const after = async <T>(
    deed: () => Promise<unknown>,
    find: (event: LiveEvent) => T | null,
  ): Promise<T> => {
    const found: T[] = [];
    const came = new AbortController();
    onEvent = (event) => {
      const what = found.length === 0 ? find(event) : null;
      if (what === null) return;
      found.push(what);
      came.abort();
    };
    await deed();
    if (found.length === 0) await once(came.signal, "abort");
    return found[0]!;
  };
  const modalOf = (event: LiveEvent, isIt: (views: readonly ModalView[]) => boolean) =>
    event.kind === "modals" && event.person === id && isIt(event.views)
      ? (event.views.at(-1) ?? null)
      : null;

  return {
    /** Gives the answer's text. */
    ask: (words: string, channel: string): Promise<string> =>
      after(
        () => act(typed(words, channel)),
        (event) =>
          event.kind === "message" && event.isNew && event.message.visibleTo === id
            ? event.message.text
            : null,
      ),
    openHome: (): Promise<true> =>
      after(
        () => act({ kind: "open_home", tab: "home" }),
        (event) => (event.kind === "home" && event.person === id ? true : null),
      ),
    /** Opens a goal's form, is refused, fills it in, sees what would be set, and leaves. */
    fillIn: async (channel: string): Promise<void> => {
      const form = await after(
        () => act(typed("/goal fcr", channel)),
        (event) => modalOf(event, ([view]) => view?.payload.submit !== undefined),
      );
      const send = (target: string | null) =>
        act({ kind: "submit", viewId: form.id, values: filledIn(form, { target }) });
      expect(await send(null)).toMatchObject({ ok: false });
      await after(
        async () => expect(await send("80")).toEqual({ ok: true }),
        (event) => modalOf(event, (views) => views.length === 2),
      );
      await act({ kind: "close", viewId: form.id, all: true });
    },
  };
}
