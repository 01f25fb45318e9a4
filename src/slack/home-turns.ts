import { type OneAtATime, oneAtATime } from "../one-at-a-time.ts";

/** For each person one drawing of Home at a time: what stands there last is what was asked for last. */
export function createHomeTurns() {
  const turns = new Map<string, OneAtATime>();
  return <T>(person: string, draw: () => Promise<T>): Promise<T> => {
    const inTurn = turns.get(person) ?? oneAtATime();
    turns.set(person, inTurn);
    return inTurn(draw);
  };
}

export type HomeTurns = ReturnType<typeof createHomeTurns>;
