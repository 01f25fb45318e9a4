import { AppError } from "../../errors.ts";
import { defineSource, type FileBatch, type Source, type SourceContext } from "../source.ts";
import { bringPages } from "./bring-pages.ts";
import { guardedAgent, type Resolve } from "./guarded-agent.ts";
import { headersOf } from "./headers-of.ts";
import { httpFaults } from "./http-faults.ts";
import type { HttpLimits } from "./http-limits.ts";
import { httpExample, type HttpSettings, httpSettings } from "./http-settings.ts";

export interface HttpParts {
  readonly resolve: Resolve;
  readonly limits: HttpLimits;
}

/** An address that answers with records: an export, or an API with pages. */
export function httpSource({ resolve, limits }: HttpParts): Source {
  const bring = async (settings: HttpSettings, context: SourceContext): Promise<FileBatch> => {
    const agent = guardedAgent(resolve, { isPrivate: settings.private, ...limits });
    const clock = new AbortController();
    const alarm = setTimeout(() => clock.abort(tooLong(limits)), limits.pullMs);
    try {
      return await bringPages(settings, context, {
        agent,
        headers: headersOf(settings),
        isPrivate: settings.private,
        signal: AbortSignal.any([context.signal, clock.signal]),
        limits,
      });
    } finally {
      clearTimeout(alarm);
      await agent.destroy();
    }
  };
  return defineSource({
    type: "http",
    settings: httpSettings,
    example: httpExample,
    isFar: true,
    // The key may be another tomorrow; what it opens is the same.
    asks: ({ token: _token, user: _user, password: _password, ...asked }) => JSON.stringify(asked),
    faults: httpFaults,
    async *read(settings, context) {
      yield await bring(settings, context);
    },
  });
}

const tooLong = ({ pullMs }: HttpLimits): AppError =>
  new AppError("source_unreachable", `It takes longer than ${pullMs / 60_000} minutes`, {
    hint: "Ask for less: begins: names the first day, {since} asks for what has changed.",
  });
