/** Of several processes that share a store, which one does a job that is to be done by one. */
export interface Turns {
  /**
   * The turn, for as long as this process lives and has not released it; from one that was killed
   * or frozen it falls to another after `forMs`. Null while another has it.
   */
  readonly take: (name: string, forMs: number) => Promise<Turn | null>;
}

export interface Turn {
  readonly release: () => Promise<void>;
}

/** Of a store that one process holds: it has every turn. */
export const everyTurn: Turns = { take: async () => ({ release: async () => {} }) };
