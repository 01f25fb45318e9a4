import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Goal } from "../../goals/goal.ts";
import type { App } from "../../src/app.ts";
import { afterTest } from "../closing.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import { calls, newPlace, openPlace, type } from "./desk.ts";

export async function anApp(): Promise<App> {
  const app = await openPlace(newPlace(calls));
  afterTest(app.close);
  return app;
}

export const goalsIn = async (app: App): Promise<readonly Goal[]> => {
  const { goals } = app.deskAt(null);
  return [...(await goals.list()), ...(await goals.listArchived())];
};

export const exported = async (app: App): Promise<string> =>
  (await type(["goal", "export"], { app })).out;

/** Reads a text as a file of goals. */
export async function importing(app: App, text: string, ...more: readonly string[]) {
  const file = join(newFolder(), "goals.yml");
  writeFileSync(file, text);
  const said = await type(["goal", "import", file, ...more], { app });
  return { ...said, err: said.err.replaceAll(file, "goals.yml") };
}

export const minimal = `goals:
  - kpi: answer_rate
    target: 90 %
    deadline: 2026-12-31
    owner: U0LEAD
    why: Nobody should ring in vain.
`;
