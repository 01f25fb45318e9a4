import type { Session } from "./session.ts";

/** Under a load that never ends, new questions see new records after so many. */
const mostQuestions = 64;

interface Shared {
  readonly session: Promise<Session>;
  running: number;
  asked: number;
}

/** Questions answered at the same time share a view of the records: a scorecard is of one instant. */
export function shareSessions(
  open: () => Promise<Session>,
): <T>(work: (session: Session) => Promise<T> | T) => Promise<T> {
  let current: Shared | null = null;
  return async (work) => {
    if (current === null || current.asked >= mostQuestions) {
      current = { session: open(), running: 0, asked: 0 };
    }
    const own = current;
    own.running += 1;
    own.asked += 1;
    try {
      return await work(await own.session);
    } finally {
      own.running -= 1;
      if (own.running === 0 && current === own) current = null;
    }
  };
}
