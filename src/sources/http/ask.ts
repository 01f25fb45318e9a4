import { setTimeout as wait } from "node:timers/promises";
import { type Dispatcher, request } from "undici";
import { AppError } from "../../errors.ts";
import { assertPermitted } from "./guarded-agent.ts";
import { httpDate } from "./http-date.ts";
import type { HttpLimits } from "./http-limits.ts";
import { unpacked } from "./unpacked.ts";

export interface Asking {
  readonly agent: Dispatcher;
  readonly headers: Readonly<Record<string, string>>;
  readonly isPrivate: boolean;
  readonly signal: AbortSignal;
  readonly limits: HttpLimits;
}

export interface Answer {
  readonly header: (name: string) => string | null;
  readonly body: AsyncIterable<Buffer>;
}

/**
 * Asks an address and hands its answer to `take`, which reads it to its end; where a connection
 * breaks, or the other side is busy, both are done again. Throws `source_refused` where it said no,
 * `source_unreachable` where it could not be asked.
 */
export async function ask<T>(
  url: URL,
  asking: Asking,
  take: (answer: Answer) => Promise<T>,
): Promise<T> {
  const { signal, limits } = asking;
  const { waitsMs, patienceMs } = limits;
  for (let tries = 0; ; tries += 1) {
    try {
      return await askOnce(url, asking, take);
    } catch (thrown) {
      signal.throwIfAborted();
      const fault = named(thrown, url.host);
      const pauseMs = waitsMs[tries];
      const wantedMs = fault.retryAfterMs ?? 0;
      if (fault.code !== "source_unreachable" || pauseMs === undefined) throw fault;
      if (wantedMs > patienceMs) throw fault;
      await wait(Math.max(pauseMs, wantedMs), undefined, { signal }).catch(() => undefined);
      signal.throwIfAborted();
    }
  }
}

async function askOnce<T>(
  url: URL,
  { agent, headers, isPrivate, signal, limits }: Asking,
  take: (answer: Answer) => Promise<T>,
): Promise<T> {
  assertPermitted(url, isPrivate);
  const clock = new AbortController();
  const alarm = setTimeout(() => clock.abort(tooSlow(url.host)), limits.answerMs);
  try {
    const response = await request(url, {
      dispatcher: agent,
      headers: { ...headers, "accept-encoding": "gzip", "user-agent": "Goalpost" },
      headersTimeout: limits.silentMs,
      bodyTimeout: limits.silentMs,
      signal: AbortSignal.any([signal, clock.signal]),
    });
    const header = (name: string): string | null => {
      const value = response.headers[name];
      return typeof value === "string" ? value : (value?.join(", ") ?? null);
    };
    const { statusCode: status, body } = response;
    try {
      if (status !== 200) throw refusal(status, url, header);
      const packing = (header("content-encoding") ?? "identity").trim().toLowerCase();
      const isPacked = packing === "gzip" || packing === "x-gzip";
      if (!isPacked && packing !== "identity") throw oddlyPacked(url.host);
      return await take({ header, body: unpacked(body, { host: url.host, isPacked }, limits) });
    } finally {
      // Whatever is left of it: nobody waits for its end.
      body.on("error", () => undefined).destroy();
    }
  } finally {
    clearTimeout(alarm);
  }
}

function refusal(status: number, { host }: URL, header: (name: string) => string | null): AppError {
  const said = `${host} answered ${status}`;
  const no = (hint: string): AppError => new AppError("source_refused", said, { hint });
  if (status === 429 || status >= 500) {
    return new AppError("source_unreachable", said, {
      hint: "It is busy or broken; the next pull asks again. The old records stay.",
      retryAfterMs: waitWanted(header("retry-after"), header("date")),
    });
  }
  if (status === 401 || status === 403) return no("See whether its token is right, and may read.");
  if (status === 404 || status === 410) return no("Nothing is at that address. See its url:.");
  if (status >= 300 && status < 400) {
    return no("It leads elsewhere, which is not followed. Name the last address as url:.");
  }
  return no("See its url: against what the other side documents.");
}

/** Seconds, or a moment by the other side's clock; zero of anything else. */
function waitWanted(after: string | null, date: string | null): number {
  const until = httpDate(after);
  const now = httpDate(date) ?? new Date();
  const wanted = until === null ? Number(after) * 1000 : until.getTime() - now.getTime();
  return wanted > 0 ? wanted : 0;
}

const oddlyPacked = (host: string): AppError =>
  new AppError("source_refused", `${host} packs its answer in a way that was not asked for`, {
    hint: "Only gzip is read.",
  });

const tooSlow = (host: string): AppError =>
  new AppError("source_unreachable", `${host} does not come to the end of its answer`, {
    hint: "Ask for less at once: a shorter time, fewer rows a page.",
  });

/** What the network complains of, in words without the address. */
function named(thrown: unknown, host: string): AppError {
  const faults = [thrown, ...causesOf(thrown)];
  const own = faults.find((fault) => fault instanceof AppError);
  if (own !== undefined) return own;
  const code = faults.map(codeOf).find((each) => each !== "") ?? "";
  const known = complaints.find(([pattern]) => pattern.test(code));
  if (known === undefined && code === "") throw thrown;
  const [, does, hint] = known ?? [
    null,
    `could not be asked (${code})`,
    "The next pull asks again.",
  ];
  return new AppError("source_unreachable", `${host} ${does}`, { hint, cause: thrown });
}

function codeOf(fault: unknown): string {
  if (!(fault instanceof Error)) return "";
  if ("code" in fault && typeof fault.code === "string") return fault.code;
  return fault.name === "HTTPParserError" ? "HPE_" : "";
}

function causesOf(thrown: unknown): readonly unknown[] {
  if (!(thrown instanceof Error) || thrown.cause === undefined) return [];
  return [thrown.cause, ...causesOf(thrown.cause)];
}

const complaints: readonly (readonly [code: RegExp, does: string, hint: string])[] = [
  [/^ENOTFOUND/u, "is a name nobody knows", "See the host in its url:."],
  [/^ECONNREFUSED/u, "takes no connection", "See its port, and whether it runs."],
  [/TIMEOUT|ETIMEDOUT/u, "does not answer in time", "See whether it can be reached from here."],
  [
    /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL|EPROTO/u,
    "has no certificate that can be trusted",
    "An authority of your own is named in NODE_EXTRA_CA_CERTS.",
  ],
  [/^Z_/u, "packs its answer wrongly", "The next pull asks again."],
  [
    /^(?:UND_ERR_|ECONNRESET|EPIPE|HPE_)/u,
    "breaks off its answer",
    "The next pull asks again. The old records stay.",
  ],
];
