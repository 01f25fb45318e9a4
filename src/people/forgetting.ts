/** Somebody as the records, the documents and the configuration know them. */
export interface Person {
  /** As the records write them. */
  readonly names: readonly string[];
  /** Slack's. */
  readonly ids: readonly string[];
}

/** What there is of a person: how many records and documents, by kind and collection, without zeros. */
export interface Traces {
  readonly records: Readonly<Record<string, number>>;
  readonly documents: Readonly<Record<string, number>>;
}

export interface Erased extends Traces {
  /** What stands for the name from now on. */
  readonly pseudonym: string;
  readonly auditLines: number;
  /** Where `goalpost.yml` still names them: `people.agents.Becky`. */
  readonly stillConfigured: readonly string[];
  /** Files set aside that may hold the name. */
  readonly filesAside: readonly string[];
}

/** Erasing people, as the terminal offers it. */
export interface Forgetting {
  /** Whom the words mean; or nobody, and the names that come nearest. */
  readonly find: (words: string) => Promise<Person | { readonly near: readonly string[] }>;
  readonly tracesOf: (person: Person) => Promise<Traces>;
  readonly erase: (person: Person, who: string) => Promise<Erased>;
}
