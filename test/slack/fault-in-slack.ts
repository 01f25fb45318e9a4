import { onTestFinished } from "vitest";

/** From when it is told so, Slack says no at a method; to be made before whoever asks Slack. */
export function faultInSlack() {
  const faults = new Map<string, string>();
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const error = faults.get(pathname.split("/").at(-1) ?? "");
    return error === undefined
      ? real(input, init)
      : Promise.resolve(Response.json({ ok: false, error }));
  };
  onTestFinished(() => {
    globalThis.fetch = real;
  });
  return {
    failAt: (method: string, error = "internal_error") => void faults.set(method, error),
    mend: () => faults.clear(),
  };
}
