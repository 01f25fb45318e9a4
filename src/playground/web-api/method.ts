import type { BlockFault } from "../block-kit/check-blocks.ts";
import type { World } from "../world.ts";

export type Answer = { readonly ok: boolean } & Readonly<Record<string, unknown>>;

/** Arguments as the clients send them: form fields, where lists and objects are JSON, or a JSON body. */
export interface Args {
  readonly text: (name: string) => string | null;
  readonly json: (name: string) => unknown;
  readonly flag: (name: string) => boolean;
  readonly count: (name: string, otherwise: number) => number;
}

/** One Web API method; `partial` takes fewer arguments than Slack's. */
export interface Method {
  readonly status: "supported" | "partial";
  readonly token: "bot" | "app" | "none";
  /** What the app must have been installed with, where this Slack looks at it. */
  readonly scope?: string;
  readonly run: (args: Args, world: World) => Answer;
}

export const refuse = (error: string, faults: readonly BlockFault[] = []): Answer => ({
  ok: false,
  error,
  ...(faults.length === 0
    ? {}
    : {
        errors: faults.map(({ message }) => message),
        response_metadata: {
          messages: faults.map(
            ({ message, pointer }) => `[ERROR] ${message} [json-pointer:${pointer}]`,
          ),
        },
      }),
});

export function toArgs(fields: Readonly<Record<string, unknown>>): Args {
  const text = (name: string): string | null => {
    const value = fields[name];
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    return typeof value === "string" && value !== "" ? value : null;
  };
  return {
    text,
    json: (name) => {
      const value = fields[name];
      if (typeof value !== "string") return value;
      try {
        return JSON.parse(value);
      } catch {
        return undefined;
      }
    },
    flag: (name) => ["true", "1"].includes(text(name) ?? ""),
    count: (name, otherwise) => {
      const value = Number(text(name) ?? otherwise);
      return Number.isInteger(value) && value > 0 ? value : otherwise;
    },
  };
}
