import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ConfigError } from "../../src/config/fault.ts";
import { AppError } from "../../src/errors.ts";
import { locales } from "../../src/i18n/locale.ts";
import { aDelivery } from "../fixtures/digest.ts";
import { calls, configText, newPlace, openPlace, type } from "./desk.ts";
import { pulled } from "./pulled.ts";

test("a name with signs that markup uses is asked for as it is written", async () => {
  const config = configText.replace("agent: agent", "team: agent");
  const rows = calls.map((row) => row.replace(/Ann$/u, "R&D <x>").replace(/김민수$/u, "R&amp;D"));
  const place = newPlace(rows, config);
  expect(await type(["pull"], { place })).toMatchObject({ exit: 0 });
  for (const team of ["R&D <x>", "R&amp;D"]) {
    const words = ["kpi", "answer_rate", "last-week", `team:"${team.toLowerCase()}"`];
    const { out } = await type([...words, "--json"], { place });
    expect(JSON.parse(out)).toMatchObject({ sample: 20, segments: [] });
  }
});

describe("what needs no data", () => {
  test("help names every command, verb and option, in every language", async () => {
    for (const lang of locales) {
      const { exit, out } = await type(["help", "--lang", lang]);
      expect(exit).toBe(0);
      for (const word of ["kpi", "goal", "digest", "pull", "doctor", "manifest", "config"]) {
        expect(out).toContain(`  ${word} `);
      }
      for (const option of ["--json", "--at", "--config", "--data", "--as", "--lang"]) {
        expect(out).toContain(option);
      }
    }
    expect((await type(["--help"])).out).toBe((await type(["help"])).out);
  });

  test("version, manifest and config print what they are asked for", async () => {
    for (const argv of [["version"], ["--version"], ["kpi", "--version"]]) {
      expect(await type(argv)).toEqual({ exit: 0, out: "1.2.3\n", err: "" });
    }
    expect((await type(["manifest"])).out).toBe("manifest for sockets\n");
    expect((await type(["manifest", "--http", "https://bot.example.com/"])).out).toBe(
      "manifest for https://bot.example.com\n",
    );
    expect((await type(["config", "schema"])).out).toBe("{}\n");
    expect((await type(["config", "example"])).out).toBe("workspace: {}\n");
    expect((await type(["config", "check"])).out).toBe("The configuration is valid: here.\n");
  });
});

describe("wrong use ends with 2 and says how it is right", () => {
  test.for([
    [["kpy", "fcr"], "There is no command “kpy”. Did you mean “kpi”?"],
    [["doctr"], "There is no command “doctr”. Did you mean “doctor”?"],
    [["config", "exmaple"], "takes schema, example or check. Did you mean “example”?"],
    [["config"], "“goalpost config” takes schema, example or check."],
    [
      ["kpi", "fcr", "--jsn"],
      "The option --jsn is unknown, or its value is missing or not allowed. Did you mean “--json”?",
    ],
    [["kpi", "fcr", "--at"], "The option --at is unknown"],
    [["kpi", "fcr", "--json=yes"], "The option --json is unknown"],
    [["kpi", "fcr", "--lang", "de"], "The option --lang is unknown"],
    [["-x"], "The option -x is unknown"],
    [["manifest", "--http", "http://bot.example.com"], "--http takes an https address"],
    [["\u001B[31mkpi\u202E"], "There is no command “[31mkpi”."],
  ] as const)("%j", async ([argv, expected]) => {
    const { exit, out, err } = await type([...argv]);
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(err).toContain(expected);
    expect(err.split("\n")).toHaveLength(2);
  });

  test("an instant nobody can read", async () => {
    const place = newPlace(calls);
    for (const at of ["2026-02-30", "yesterday", "2026-11-16T25:00", "16.11.2026", ""]) {
      const { exit, err } = await type(["kpi", "fcr", "--at", at], { place });
      expect([at, exit]).toEqual([at, 2]);
      expect(err).toContain("--at takes a day or an instant");
    }
  });
});

const failing = async (error: unknown) =>
  await type(["kpi", "fcr"], {
    more: {
      openApp: async () => {
        throw error;
      },
    },
  });

describe("failures become words", () => {
  test("a bad configuration ends with 78 and prints every fault", async () => {
    const fault = {
      file: "goalpost.yml",
      line: 1,
      path: "a",
      expected: "b",
      found: null,
      hint: null,
    };
    const { exit, out, err } = await failing(new ConfigError([fault, { ...fault, line: 2 }]));
    expect({ exit, out }).toEqual({ exit: 78, out: "" });
    expect(err).toBe(
      "goalpost.yml:1 a: expected b, found nothing.\ngoalpost.yml:2 a: expected b, found nothing.\n",
    );
  });

  test("a folder that is held ends with 1, on one line with its hint", async () => {
    const error = new AppError("data_folder_busy", "The data folder is held", { hint: "Stop it." });
    expect(await failing(error)).toEqual({
      exit: 1,
      out: "",
      err: "The data folder is held. Stop it.\n",
    });
  });

  test("a defect says so, without a stack trace and without a token", async () => {
    const { exit, err } = await failing(
      new TypeError("x is not a function xoxb-12-planted\n at y"),
    );
    expect(exit).toBe(1);
    expect(err).toBe(
      "Something went wrong inside Goalpost: x is not a function … at y. Please report it with the command that was typed.\n",
    );
  });
});

describe("where no data were ever read", () => {
  test("a question names the folder that is not there, and makes none", async () => {
    const place = newPlace(calls);
    const nowhere = join(place.folder, "dta");
    for (const argv of [["kpi", "fcr"], ["goal", "list"], ["doctor"]]) {
      const { exit, out, err } = await type([...argv, "--data", nowhere], { place });
      expect([exit, out]).toEqual([1, ""]);
      expect(err).toBe(
        `There is no data folder ${nowhere}. See how it is spelled; “goalpost pull” with the same --data makes a new one.\n`,
      );
    }
    expect(existsSync(nowhere)).toBe(false);
    const fresh = { ...place, data: nowhere };
    expect((await type(["pull", "--data", nowhere], { place: fresh })).exit).toBe(0);
    const words = ["kpi", "answer_rate", "last-week", "--data", nowhere];
    expect((await type(words, { place: fresh })).out).toContain("75.0 %");
  });

  test("a question in the folder that is configured says what to run first", async () => {
    const place = newPlace(calls);
    const { exit, out } = await type(["kpi", "answer_rate"], { place });
    expect(exit).toBe(0);
    expect(out).toContain("No source has delivered anything for “Calls” yet.\n“goalpost doctor”");
    expect(out).toContain("“goalpost pull” reads them.");
  });
});

describe("--as", () => {
  test("a member who is no lead may ask, and may not set a goal", async () => {
    const place = await pulled();
    const app = await openPlace(place);
    const words = [
      "goal",
      "kpi:answer_rate",
      "target:90",
      "deadline:2026-12-31",
      "owner:U0LEAD",
      "why:Fewer lost calls",
      // There is no week to compare with.
      "accept:We begin to count now",
    ];
    const member = await type([...words, "--as", "U0MEMBER"], { app, place });
    const lead = await type([...words, "--as", "U0LEAD"], { app, place });
    await app.close();
    expect(member.exit).toBe(1);
    expect([lead.exit, lead.err]).toEqual([0, ""]);
  });

  test("somebody reads what became of messages to them, and nobody else does", async () => {
    const place = await pulled();
    const app = await openPlace(place);
    await app.documents.change({ who: "scheduler", via: "scheduler" }, async ({ deliveries }) => {
      const to = { kind: "reminder", digest: null, about: "g7", channel: "U0BEN" } as const;
      await deliveries.put(aDelivery({ ...to, id: "x", state: "dead", reason: "refused" }));
    });
    const status = async (...more: readonly string[]) =>
      (await type(["digest", "status", ...more], { app, place })).out;
    const rows = async (person: string) =>
      JSON.parse(await status("--json", "--as", person)).table?.rows ?? [];
    const [due, fate] = ["16 Nov 2026, 09:00 (Europe/Berlin)", "not delivered: Slack refused it"];
    expect(await rows("U0BEN")).toEqual([["reminder (g7)", due, { person: "U0BEN" }, fate]]);
    expect(await rows("U0ADMIN")).toEqual([["reminder", due, { person: "U0BEN" }, fate]]);
    expect(await rows("U0LEAD")).toEqual([]);
    expect(await status()).toMatch(/reminder +16 Nov .* U0BEN +not delivered/u);
    await app.close();
  });
});
