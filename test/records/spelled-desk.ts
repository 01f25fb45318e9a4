import { afterEach } from "vitest";
import { type Desk, openDesk } from "./pulling.ts";

const desks: Desk[] = [];

afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

export const source = {
  name: "desk",
  path: "tickets.csv",
  records: { tickets: { id: "id", created_at: "at", channel: "channel", agent: "agent" } },
};

export async function opened(more: Parameters<typeof openDesk>[0] = {}): Promise<Desk> {
  const desk = await openDesk(more);
  desks.push(desk);
  return desk;
}

const october = { kind: "range", from: "2026-10-01", to: "2026-10-31" } as const;

export const counted = { kpi: "ticket_volume", period: october } as const;
