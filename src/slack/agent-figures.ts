import type { Reply } from "../../commands/command.ts";
import type { Place } from "./place.ts";

/** Whether an answer shows what single people did. */
export const isAboutAgents = (reply: Reply): boolean =>
  (reply.kind === "answer" || reply.kind === "sheet") &&
  (reply.question.by.includes("agent") || reply.question.where.agent !== undefined);

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
