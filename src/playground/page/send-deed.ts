import type { Deed, Outcome } from "../wire.ts";

/** Does something as a person; a server out of reach is an outcome too. */
export async function sendDeed(as: string, deed: Deed): Promise<Outcome> {
  try {
    const response = await fetch("/playground/do", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ as, deed }),
      // A form is closed even while the page itself goes away.
      keepalive: deed.kind === "close",
    });
    const outcome: Outcome = await response.json();
    return outcome;
  } catch {
    return { ok: false, error: "dispatch_failed" };
  }
}
