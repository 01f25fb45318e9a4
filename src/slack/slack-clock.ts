/** Longer, and nobody can tell when in between Slack looked at its clock. */
const mostMs = 5_000;

/** How far Slack's clock is ahead of this machine's, to a second or so; null where it did not say. */
export async function slackAheadMs(apiUrl: string, nowMs: () => number): Promise<number | null> {
  try {
    const signal = AbortSignal.timeout(mostMs);
    const sentMs = nowMs();
    const response = await fetch(new URL("api.test", apiUrl), { method: "POST", signal });
    await response.body?.cancel();
    // The header has whole seconds: on average half of one has passed.
    const saidMs = Date.parse(response.headers.get("date") ?? "") + 500;
    return Number.isNaN(saidMs) ? null : saidMs - (sentMs + nowMs()) / 2;
  } catch {
    return null;
  }
}
