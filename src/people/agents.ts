/** What the configuration says of the agents that records name. */
export interface AgentRules {
  /** The agent's name in the records → their Slack id. */
  readonly ids: Readonly<Record<string, string>>;
  /** Names that stand beside no figure; theirs are part of "other". */
  readonly optedOut: readonly string[];
}

/** Names as filters compare them: in whatever case they were typed. */
export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export const isNamed = (name: string, names: readonly string[]): boolean =>
  names.some((each) => sameName(each, name));

/** The names under which a person's own work is recorded. */
export const ownNames = ({ ids }: AgentRules, person: string): readonly string[] =>
  Object.entries(ids).flatMap(([name, id]) => (id === person ? [name] : []));
