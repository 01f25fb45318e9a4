import { md, type Markup } from "./text.ts";

/** A mention only of what can be nothing but a Slack id. */
export const mentionPerson = (person: string): Markup =>
  /^[UW][A-Z0-9]{2,20}$/u.test(person) ? { kind: "markup", source: `<@${person}>` } : md`${person}`;

export const mentionChannel = (channel: string): Markup =>
  /^[CG][A-Z0-9]{2,20}$/u.test(channel)
    ? { kind: "markup", source: `<#${channel}>` }
    : md`${channel}`;
