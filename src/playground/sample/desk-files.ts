import { endOf } from "./calls.ts";
import type { Call } from "./calls.ts";
import { csvLine } from "./csv-text.ts";
import type { Cell } from "./csv-text.ts";
import { lifeTables } from "./life-tables.ts";
import type { DeskDay } from "./sample-desk.ts";
import type { Survey } from "./surveys.ts";
import type { Ticket } from "./tickets.ts";
import {
  clockText,
  createInstantWriter,
  dayOf,
  partsOf,
  secondsADay,
  toLocalDay,
} from "./wall-clock.ts";
import type { WallSeconds } from "./wall-clock.ts";

/** Below the desk's folder, `tickets/2026-11.csv`, and what is in it. */
export type DeskFiles = ReadonlyMap<string, string>;

type Write = (at: WallSeconds | null) => string;

/**
 * The desk as its systems would export it, a file a month: the help desk in UTC, the phone system as
 * spreadsheets like it (semicolons, day first, durations as a clock), the survey tool, and the tools
 * around them.
 */
export function deskFiles(desk: Iterable<DeskDay>, zone: string): DeskFiles {
  const write = createInstantWriter(zone);
  const instant: Write = (at) => (at === null ? "" : write(at));
  const files = new Map<string, string>();
  const append = (path: string, header: readonly string[], rows: Rows, separator: "," | ";") => {
    const begun = files.get(path) ?? csvLine(header, separator);
    files.set(path, begun + rows.map((row) => csvLine(row, separator)).join(""));
  };
  for (const told of desk) {
    const { day, tickets, calls, surveys } = told;
    const file = `${toLocalDay(day).slice(0, 7)}.csv`;
    append(
      `tickets/${file}`,
      ticketHeader,
      tickets.map((each) => ticketRow(each, instant)),
      ",",
    );
    append(`calls/${file}`, callHeader, calls.map(callRow), ";");
    append(
      `surveys/${file}`,
      surveyHeader,
      surveys.map((each) => surveyRow(each, instant)),
      ",",
    );
    for (const { folder, header, rows } of lifeTables(told, instant)) {
      append(`${folder}/${file}`, header, rows, ",");
    }
  }
  return files;
}

type Rows = readonly (readonly Cell[])[];

const ticketHeader = [
  "id",
  "created_at",
  "requester",
  "segment",
  "language",
  "channel",
  "group",
  "assignee",
  "topic",
  "priority",
  "first_reply_at",
  "first_solved_at",
  "solved_at",
  "reopens",
  "public_replies",
  "assignees",
  "group_changes",
  "waiting_for_customer_seconds",
  "due_at",
  "solved_by",
  "device",
  "bot",
  "url",
];

const ticketRow = (ticket: Ticket, instant: Write): readonly Cell[] => [
  ticket.id,
  instant(ticket.createdAt),
  ticket.customer.id,
  ticket.customer.segment,
  ticket.customer.language,
  ticket.channel,
  ticket.team,
  ticket.life.agent,
  ticket.topic,
  ticket.priority,
  instant(ticket.life.firstResponseAt),
  instant(ticket.life.firstSolvedAt),
  instant(ticket.life.solvedAt),
  ticket.life.reopens,
  ticket.life.replies,
  ticket.life.assignees,
  ticket.life.transfers,
  ticket.life.pendingSeconds,
  instant(ticket.slaDueAt),
  ticket.life.solvedBy,
  ticket.isMobile ? "mobile" : "desktop",
  ticket.withBot ? "yes" : "no",
  `https://desk.example.com/tickets/${ticket.id}`,
];

const callHeader = [
  "Call Id",
  "Date",
  "Time",
  "Customer",
  "Segment",
  "Language",
  "Queue",
  "Agent",
  "Topic",
  "Result",
  "Wait (s)",
  "Talk",
  "Hold",
  "Wrap-up",
  "Transfers",
  "Solved (Y/N)",
  "Script (Y/N)",
  "Mobile (Y/N)",
  "Rating",
  "Rated on",
  "Rated at",
];

const results = {
  handled: "ANSWERED",
  abandoned: "HUNG UP",
  callback: "CALLBACK",
  voicemail: "VOICEMAIL",
} as const satisfies Record<Call["outcome"], string>;

function callRow(call: Call): readonly Cell[] {
  const { talk } = call;
  const rated = talk === null || talk.rating === null ? null : endOf(call);
  return [
    call.id,
    dayFirst(call.queuedAt),
    timeOfDay(call.queuedAt),
    call.customer.id,
    call.customer.segment,
    call.customer.language,
    call.team,
    talk === null ? "" : talk.agent,
    call.topic,
    results[call.outcome],
    call.waitSeconds,
    talk === null ? "" : clockText(talk.talkSeconds),
    talk === null ? "" : clockText(talk.holdSeconds),
    talk === null ? "" : clockText(talk.wrapSeconds),
    talk === null ? "" : talk.transfers,
    talk === null ? "" : yesOrNo(talk.resolved),
    talk === null ? "" : yesOrNo(talk.scriptUsed),
    yesOrNo(call.isMobile),
    talk === null ? "" : talk.rating,
    rated === null ? "" : dayFirst(rated),
    rated === null ? "" : timeOfDay(rated),
  ];
}

const yesOrNo = (is: boolean): string => (is ? "Y" : "N");

/** `20/11/2026`. */
function dayFirst(at: WallSeconds): string {
  const { year, month, date } = partsOf(dayOf(at));
  return `${String(date).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`;
}

const timeOfDay = (at: WallSeconds): string => clockText(at - dayOf(at) * secondsADay);

const surveyHeader = [
  "id",
  "survey",
  "sent_at",
  "answered_at",
  "score",
  "lowest",
  "highest",
  "customer",
  "segment",
  "language",
  "channel",
  "team",
  "agent",
  "topic",
  "ticket",
];

const surveyRow = (survey: Survey, instant: Write): readonly Cell[] => [
  survey.id,
  survey.kind,
  instant(survey.sentAt),
  instant(survey.answeredAt),
  survey.score,
  survey.low,
  survey.high,
  survey.customer?.id ?? "",
  survey.customer?.segment ?? "",
  survey.customer?.language ?? "",
  survey.ticket?.channel ?? "",
  survey.team,
  survey.ticket?.life.agent ?? "",
  survey.ticket?.topic ?? "",
  survey.ticket?.id ?? "",
];
