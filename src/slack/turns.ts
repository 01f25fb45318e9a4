/**
 * Does the work of one person in the order it was asked for, one after the other: what is drawn last
 * is what was asked for last. Work that fails holds up nobody.
 */
export function createTurns() {
  const last = new Map<string, Promise<unknown>>();
  return async <T>(person: string, work: () => Promise<T>): Promise<T> => {
    const mine = (last.get(person) ?? Promise.resolve()).then(work);
    const done = mine.catch(() => null);
    last.set(person, done);
    await done;
    if (last.get(person) === done) last.delete(person);
    return mine;
  };
}

export type InTurn = ReturnType<typeof createTurns>;
