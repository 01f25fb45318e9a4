import type { World } from "../world.ts";
import { type Answer, type Method, refuse, toArgs } from "./method.ts";

export interface Tokens {
  readonly bot: string;
  readonly app: string;
}

/** Answers one call the way Slack does: the token first, then the method's own checks. */
export function answerCall(
  name: string,
  fields: Readonly<Record<string, unknown>>,
  authorization: string,
  methods: Readonly<Record<string, Method>>,
  tokens: Tokens,
  world: World,
): Answer {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (method === undefined) return refuse("unknown_method");
  const args = toArgs(fields);
  const token = /^Bearer (.+)$/u.exec(authorization)?.[1] ?? args.text("token");
  if (method.token !== "none") {
    if (token === null) return refuse("not_authed");
    if (token !== tokens.bot && token !== tokens.app) return refuse("invalid_auth");
    if (token !== tokens[method.token]) return refuse("not_allowed_token_type");
  }
  const { scopes } = world;
  if (method.scope !== undefined && scopes !== null && !scopes.includes(method.scope)) {
    return { ...refuse("missing_scope"), needed: method.scope, provided: scopes.join(",") };
  }
  return method.run(args, world);
}
