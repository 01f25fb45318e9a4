import { afterEach } from "vitest";
import { type Desk, openDesk } from "./pulling.ts";
import type { SourceBlock } from "./to-request.ts";

const desks: Desk[] = [];

afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

export const opened = async (...more: Parameters<typeof openDesk>): Promise<Desk> => {
  const desk = await openDesk(...more);
  desks.push(desk);
  return desk;
};

export const phones: SourceBlock = {
  path: "*.csv",
  records: {
    calls: {
      id: "Id",
      queued_at: "At",
      outcome: "Outcome",
      wait_seconds: "Wait",
      agent: "Agent",
    },
  },
};

export const header = "Id,At,Outcome,Wait,Agent";

export const good = (id: number, more: Readonly<Record<string, string>> = {}): string =>
  [
    id,
    more["at"] ?? "2026-11-03T09:00:00Z",
    more["outcome"] ?? "handled",
    more["wait"] ?? "5",
    more["agent"] ?? "Mina",
  ].join(",");

export const many = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => good(from + at));

export const hash = (desk: Desk): Promise<unknown> => desk.printOf("calls");
