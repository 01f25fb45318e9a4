import { Dialog } from "../dialog.tsx";
import { Text } from "../mrkdwn.tsx";
import type { Surface } from "./surface.ts";

/** The question an app asks before something is done. */
export function ConfirmDialog({ asking }: { readonly asking: NonNullable<Surface["asking"]> }) {
  const { confirm, answer } = asking;
  return (
    <Dialog label={confirm.title.text} size="small" onClose={() => answer(false)}>
      <header className="dialog-head">
        <h2>{confirm.title.text}</h2>
      </header>
      <div className="dialog-body">
        <p>
          <Text of={confirm.text} />
        </p>
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={() => answer(false)}>
          {confirm.deny.text}
        </button>
        <button
          type="button"
          className={`button button-${confirm.style ?? "primary"}`}
          onClick={() => answer(true)}
        >
          {confirm.confirm.text}
        </button>
      </footer>
    </Dialog>
  );
}
