import { onTestFinished } from "vitest";

const silence = "";
const tooMany = "429";

/** From when it is told so, Slack says no at a method; to be made before whoever asks Slack. */
export function faultInSlack() {
  const faults = new Map<string, { readonly error: string; left: number }>();
  let hung = 0;
  const take = (method: string): string | undefined => {
    const fault = faults.get(method);
    if (fault === undefined || fault.left === 0) return undefined;
    fault.left -= 1;
    return fault.error;
  };
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const method = pathname.split("/").at(-1) ?? "";
    const error = take(method);
    if (error === silence) {
      hung += 1;
      return new Promise((_, reject) => {
        init?.signal?.addEventListener("abort", () => reject(new Error("given up")));
      });
    }
    if (error === tooMany) {
      return Promise.resolve(new Response(null, { status: 429, headers: { "retry-after": "4" } }));
    }
    return error === undefined
      ? real(input, init)
      : Promise.resolve(Response.json({ ok: false, error }));
  };
  onTestFinished(() => {
    globalThis.fetch = real;
  });
  return {
    failAt: (method: string, error = "internal_error", times = Infinity) =>
      void faults.set(method, { error, left: times }),
    /** Slack takes the request, and no answer ever comes. */
    hangAt: (method: string) => void faults.set(method, { error: silence, left: Infinity }),
    /** Slack asks once to wait, for longer than a trigger lasts. */
    waitAt: (method: string) => void faults.set(method, { error: tooMany, left: 1 }),
    /** Requests that were left hanging so far. */
    hung: () => hung,
    mend: () => faults.clear(),
  };
}
