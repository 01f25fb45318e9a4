import type { Reply } from "../../commands/command.ts";
import { isAboutAgents } from "../reports/about-agents.ts";
import type { Place } from "./place.ts";

/** Whether a reply shows what single people did. */
export const showsAgents = (reply: Reply): boolean =>
  (reply.kind === "answer" || reply.kind === "sheet") && isAboutAgents(reply.question);

/** Such figures stand only in private channels of this house that the configuration opens for them. */
export const mayShowAgents = (
  channel: string | null,
  place: Place | null,
  agentFiguresIn: readonly string[],
): boolean =>
  channel !== null &&
  agentFiguresIn.includes(channel) &&
  place !== null &&
  place.isPrivate &&
  !place.isShared;
