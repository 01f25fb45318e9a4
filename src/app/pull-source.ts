import type { ForgottenBook } from "../documents/forgotten.ts";
import type { PullOutcome, PullRequest, PullWatch, Records } from "../records/store.ts";

export interface PullParts {
  readonly records: Pick<Records, "pullSource" | "forgetAgents">;
  readonly forgotten: Pick<ForgottenBook, "read">;
}

/** Reads a source. Who is forgotten meanwhile, by whatever process, is forgotten in what came too. */
export async function pullSource(
  { records, forgotten }: PullParts,
  request: PullRequest,
  watch: Partial<PullWatch>,
): Promise<PullOutcome> {
  const known = await forgotten.read();
  const outcome = await records.pullSource({ ...request, forgotten: known }, watch);
  const now = await forgotten.read();
  if (now.count > known.count) await records.forgetAgents(now);
  return outcome;
}
