import { appendFileSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stoppedAt } from "../../src/clock.ts";
import { openLowdb } from "../../src/documents/lowdb.ts";
import { aDigest } from "../fixtures/digest.ts";
import { aGoal } from "../fixtures/goal.ts";
import { newFolder } from "../fixtures/new-folder.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const before = 60;

const config = `workspace: { timezone: UTC, currency: EUR }
people: { admins: [U0LENA], leads: [U0LENA, U0MINA] }
privacy: { keep_records: 3y }
targets: { fcr: 80 }
sources:
  - name: help-desk
    type: csv
    path: tickets.csv
    schedule: "*/15 * * * *"
    stale_after: 30m
    records:
      tickets:
        id: id
        created_at: created
        first_response_at: responded
        first_solved_at: solved
        solved_at: solved
        reopens: reopens
        agent_replies: replies
        assignees: assignees
        transfers: transfers
        agent: agent
        channel: channel
        team: team
`;
const header =
  "id,created,responded,solved,reopens,replies,assignees,transfers,agent,channel,team\n";

const stamp = (ms: number): string => new Date(ms).toISOString();

/** One ticket in four needs a second reply. */
function ticket(id: number, at: number): string {
  const replies = id % 4 === 0 ? 2 : 1;
  const channel = ["email", "chat", "phone"][id % 3];
  const team = ["Billing", "Shipping"][id % 2];
  const times = [at, at + 5 * minute, at + 9 * minute].map(stamp).join(",");
  return `T${id},${times},0,${replies},1,0,Agent ${id % 40},${channel},${team}\n`;
}

export interface DayDesk {
  readonly configPath: string;
  readonly dataFolder: string;
  /** New tickets came in the minutes before. */
  readonly goOn: (until: Date) => void;
  /** The help desk's file is not where it was. */
  readonly lose: () => void;
  readonly find: () => void;
}

/** Two months of tickets, goals that are not kept, and a digest for every half hour of the day. */
export async function dayDesk(startsAt: Date, channels: readonly string[]): Promise<DayDesk> {
  const folder = newFolder();
  const path = join(folder, "tickets.csv");
  let id = 0;
  const rows: string[] = [];
  for (let at = startsAt.getTime() - before * day; at < startsAt.getTime(); at += 10 * minute) {
    rows.push(ticket((id += 1), at));
  }
  writeFileSync(path, header + rows.join(""));
  const configPath = join(folder, "goalpost.yml");
  writeFileSync(configPath, config);
  const dataFolder = join(folder, "data");
  mkdirSync(dataFolder);

  const documents = await openLowdb({
    folder: dataFolder,
    clock: stoppedAt(startsAt),
    warn: () => {},
  });
  await documents.change({ who: "U0LENA", via: "slack" }, async (draft) => {
    for (const [at, channel] of channels.entries()) {
      const minutes = 30 * at + 5;
      const time = [Math.floor(minutes / 60), minutes % 60]
        .map((part) => String(part).padStart(2, "0"))
        .join(":");
      const own = { id: `d${at + 1}`, channel, time, submission: `form-d${at}` };
      const when = { zone: "UTC", weekday: startsAt.getUTCDay(), kpis: [] };
      await draft.digests.put(
        aDigest({ ...own, ...when, activeFrom: startsAt.toISOString(), createdBy: "U0LENA" }),
      );
    }
    for (let at = 1; at <= 6; at += 1) {
      const own = { id: `g${at}`, target: 80 + at, submission: `form-g${at}`, owner: "U0LENA" };
      await draft.goals.put(
        aGoal({
          ...own,
          direction: "keep",
          severity: "high",
          channel: "C0BILLING",
          guardrails: [],
        }),
      );
    }
  });
  await documents.close();
  return {
    configPath,
    dataFolder,
    goOn: (until) => {
      for (let back = 15; back > 0; back -= 1) {
        appendFileSync(path, ticket((id += 1), until.getTime() - back * minute));
      }
    },
    lose: () => renameSync(path, `${path}.lost`),
    find: () => renameSync(`${path}.lost`, path),
  };
}
