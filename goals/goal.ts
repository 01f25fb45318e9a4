/** A goal as it is shown: every text already in the reader's language. */
export interface GoalCard {
  readonly id: string;
}
