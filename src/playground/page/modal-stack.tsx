import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ModalView } from "../wire.ts";
import { BlockList } from "./blocks/block-list.tsx";
import { useSurface } from "./blocks/surface.ts";
import { useDesk } from "./desk.ts";
import { Dialog } from "./dialog.tsx";
import { errorText } from "./texts/page-text.ts";

/** Words of the server are codes; an app's own words for a field are shown as they are. */
const isCode = (words: string): boolean => /^[a-z_]+$/u.test(words);

/** The modals an app opened, the newest on top; those below keep what was typed. */
export function ModalStack(): ReactNode {
  const desk = useDesk();
  const { modals } = desk.snapshot;
  const top = modals.at(-1);
  const root = modals[0];
  const rootId = root?.id;
  const send = desk.do;
  useEffect(() => {
    if (rootId === undefined) return undefined;
    const leave = (): void => void send({ kind: "close", viewId: rootId, all: true });
    addEventListener("pagehide", leave);
    return () => removeEventListener("pagehide", leave);
    // `send` is new at every drawing and always the same.
  }, [rootId]);
  if (top === undefined || root === undefined) return null;
  const close = async (all: boolean): Promise<void> => {
    const viewId = all ? root.id : top.id;
    const outcome = await desk.do({ kind: "close", viewId, all });
    if (!outcome.ok) desk.complain(outcome.error);
  };
  return (
    <Dialog
      key={root.id}
      label={top.payload.title.text}
      size="form"
      onClose={() => void close(false)}
    >
      {modals.map((view) => (
        <Modal
          key={view.id}
          view={view}
          isTop={view.id === top.id}
          onClose={(all) => void close(all)}
        />
      ))}
    </Dialog>
  );
}

function Modal({
  view,
  isTop,
  onClose,
}: {
  readonly view: ModalView;
  readonly isTop: boolean;
  readonly onClose: (all: boolean) => void;
}): ReactNode {
  const desk = useDesk();
  const { locale, text } = desk;
  const { payload } = view;
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [isTold, setTold] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  // A word on a field goes when the field changes: a form drawn anew late must not take it away.
  const settle = (blockId: string): void =>
    setErrors(({ [blockId]: _settled, ...others }) => others);
  const surface = useSurface({ kind: "view", id: view.id }, payload.blocks, { errors, settle });
  useEffect(() => {
    if (!isTold) return;
    form.current?.querySelector<HTMLElement>(".input-wrong :is(input, textarea, button)")?.focus();
    setTold(false);
  }, [isTold]);

  const submit = async (): Promise<void> => {
    if (isSending) return;
    setSending(true);
    setFailure(null);
    const outcome = await desk.do({ kind: "submit", viewId: view.id, values: surface.values() });
    setSending(false);
    if (outcome.ok) return;
    setErrors(
      Object.fromEntries(
        Object.entries(outcome.errors ?? {}).map(([blockId, words]) => [
          blockId,
          isCode(words) ? errorText(locale, words) : words,
        ]),
      ),
    );
    setTold(true);
    if (outcome.errors === undefined) setFailure(errorText(locale, outcome.error));
  };
  return (
    <form
      ref={form}
      hidden={!isTop}
      className="modal"
      noValidate
      aria-busy={isSending}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <header className="dialog-head">
        {view.previousId !== null && (
          <button
            type="button"
            className="tool"
            aria-label={text("back")}
            onClick={() => onClose(false)}
          >
            ‹
          </button>
        )}
        <h2>{payload.title.text}</h2>
        <button
          type="button"
          className="tool"
          aria-label={text("close")}
          onClick={() => onClose(true)}
        >
          ×
        </button>
      </header>
      <div className="dialog-body">
        <BlockList blocks={payload.blocks} surface={surface} />
      </div>
      <footer className="dialog-foot">
        {failure !== null && (
          <p role="alert" className="input-error">
            {failure}
          </p>
        )}
        <button type="button" className="button" onClick={() => onClose(false)}>
          {payload.close?.text ?? text(view.previousId === null ? "cancel" : "back")}
        </button>
        {payload.submit !== undefined && (
          <button
            type="submit"
            className="button button-primary"
            aria-busy={isSending}
            disabled={payload.submit_disabled === true}
          >
            {payload.submit.text}
          </button>
        )}
      </footer>
    </form>
  );
}
