/** What the configuration says of the agents that records name. */
export interface AgentRules {
  /** The agent's name in the records → their Slack id. */
  readonly ids: Readonly<Record<string, string>>;
  /** Names that stand beside no figure; theirs are part of "other". */
  readonly optedOut: readonly string[];
}

/** The names under which a person's own work is recorded. */
export const ownNames = ({ ids }: AgentRules, person: string): readonly string[] =>
  Object.entries(ids).flatMap(([name, id]) => (id === person ? [name] : []));
