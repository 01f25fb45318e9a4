/** Does pieces of work one after the other, in the order they come; one that fails holds up nobody. */
export function oneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => null);
    return mine;
  };
}

export type OneAtATime = <T>(work: () => Promise<T>) => Promise<T>;
