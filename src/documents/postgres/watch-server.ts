import { DatabaseError } from "pg";
import { OnStandby } from "./database-fault.ts";
import type { Run } from "./database.ts";

/** Knows what kind of server each new connection leads to. */
export interface ServerWatch {
  /** Throws where it is a standby: that would answer as things were, for as long as it is asked. */
  readonly greet: (run: Run) => Promise<void>;
  readonly failovers: () => number;
}

export function watchServer(): ServerWatch {
  let [failovers, known] = [0, ""];
  return {
    failovers: () => failovers,
    greet: async (run) => {
      const [row] = await run("select pg_is_in_recovery() as is_standby");
      if (row?.["is_standby"] === true) throw new OnStandby();
      const timeline = await timelineOf(run);
      if (timeline === null || timeline === known) return;
      if (known !== "") failovers += 1;
      known = timeline;
    },
  };
}

/** Another one begins where a standby is promoted. Null where the server does not say. */
async function timelineOf(run: Run): Promise<string | null> {
  try {
    const [row] = await run("select left(pg_walfile_name(pg_current_wal_lsn()), 8) as timeline");
    return String(row?.["timeline"]);
  } catch (error) {
    if (error instanceof DatabaseError && error.severity === "ERROR") return null;
    throw error;
  }
}
