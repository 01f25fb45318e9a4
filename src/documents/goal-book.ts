/** Goals, kept. */
export interface GoalBook {
  readonly list: () => Promise<readonly string[]>;
}
