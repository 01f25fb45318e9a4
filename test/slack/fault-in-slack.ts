import { onTestFinished } from "vitest";

/** From when it is told so, Slack fails at these methods; to be made before whoever asks Slack. */
export function faultInSlack() {
  const failing = new Set<string>();
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    return failing.has(pathname.split("/").at(-1) ?? "")
      ? Promise.resolve(Response.json({ ok: false, error: "internal_error" }))
      : real(input, init);
  };
  onTestFinished(() => {
    globalThis.fetch = real;
  });
  return { failAt: (method: string) => failing.add(method), mend: () => failing.clear() };
}
