import type { Command, Form } from "../../commands/command.ts";
import type { ModalView } from "../../src/playground/wire.ts";
import { aCommand } from "./bot-for-tests.ts";

export const field = {
  hint: null,
  type: "text",
  choices: [],
  initial: null,
  optional: true,
  live: false,
} as const;

export const agents = Array.from({ length: 150 }, (_, index) => ({
  label: `Agent ${index}`,
  value: `a${index}`,
}));

export const form = (notices: readonly string[] = []): Form => ({
  kind: "form",
  command: "goal",
  state: "new-1",
  title: "Set a goal",
  submit: "Save",
  notices,
  fields: [
    { ...field, id: "kpi", label: "KPI", live: true },
    { ...field, id: "target", label: "Target" },
    { ...field, id: "agent", label: "Agent", type: "select", choices: agents },
  ],
});

export const goal = (more: Partial<Command> = {}): Command =>
  aCommand("goal", async () => form(), more);

export const opened = (all: { readonly modals: readonly ModalView[] }) => all.modals.length > 0;

export const given = (target: string | null, kpi: string | null = null) => ({
  kpi: { live: kpi },
  target: { field: target },
  agent: { field: null },
});
