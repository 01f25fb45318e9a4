import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ConfigError } from "../../src/config/fault.ts";
import { faultsOf, newFolder, read, withWeb } from "./desk.ts";
import { start, source } from "./tells-faults.ts";

const web = (token: string): string => `${start}sources:
  - name: desk
    type: web
    url: https://desk.example.com
    token: ${token}
    records: { calls: { id: Id, queued_at: At, outcome: Outcome } }
`;

const lookedFor = async (token: string) =>
  (await faultsOf({ text: web(token), shelf: withWeb })).map(({ expected, found }) => [
    expected,
    found,
  ]);

describe("secrets", () => {
  test("come from the environment or from a file beside the configuration", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "desk.key"), "planted-in-a-file\n");
    const fromFile = await read({ text: web("{ file: desk.key }"), shelf: withWeb, folder });
    const fromEnv = await read({
      text: web("{ env: DESK_KEY }"),
      shelf: withWeb,
      env: { DESK_KEY: "planted-in-the-environment" },
    });
    expect(fromFile.sources[0]?.settings).toMatchObject({ token: "planted-in-a-file" });
    expect(fromEnv.sources[0]?.settings).toMatchObject({ token: "planted-in-the-environment" });
  });

  test("are told of as they are read, so that no log shows them", async () => {
    const hidden: string[] = [];
    const env = { DESK_KEY: "planted-in-the-environment", OTHER: "named by nobody" };
    const hide = (secret: string): void => void hidden.push(secret);
    await read({ text: web("{ env: DESK_KEY }"), shelf: withWeb, env, hide });
    expect(hidden).toEqual(["planted-in-the-environment"]);
  });

  test("that are missing are named by where they were looked for", async () => {
    expect(await lookedFor("{ env: DESK_KEY }")).toEqual([
      ["a value in the environment variable DESK_KEY", null],
    ]);
    expect(await lookedFor("{ file: nowhere }")).toEqual([
      ["a small text file with the secret", "none that can be read"],
    ]);
  });

  test("are never printed, wherever they stand and whatever is wrong with them", async () => {
    const short = "Pl4nted";
    const planted = "planted-4f1c9a7be2d84c0e9b1a55d0";
    const readings = [
      { text: web("{ env: KEY }"), env: { KEY: short } },
      { text: web(planted) },
      { text: web(`[${planted}]`) },
      {
        text: web("{ env: KEY }").replace("https://desk.example.com", `ftp//${planted}@host`),
        env: { KEY: planted },
      },
      {
        text: web("{ env: KEY }").replace("url: https", `url: ${planted} # https`),
        env: { KEY: planted },
      },
      { text: web("x").replace("token:", "tokn:").replace(": x", `: ${planted}`) },
      { text: `workspace: { timezone: ${planted} }\n` },
      { text: `workspace: { timezone: xoxb-1-${short} }\nxoxb-1-${short}: 1\n` },
      { text: `${start}people: { admins: ["Bearer ${short}"] }\n` },
      { text: `${web(planted)}  broken: [ "${planted}\n` },
      { text: `${start}sources: "https://user:${short}@desk.example.com"\n` },
    ];
    for (const reading of readings) {
      const faults = await faultsOf({ shelf: withWeb, ...reading });
      expect(faults).not.toHaveLength(0);
      const told = new ConfigError(faults).message + JSON.stringify(faults);
      expect(told).not.toContain(short);
      expect(told).not.toContain(planted);
    }
  });

  test("do not stand in the file", async () => {
    const [fault] = await faultsOf({ text: web("written-down-here"), shelf: withWeb });
    expect(fault).toMatchObject({
      line: 6,
      path: "sources[0].token",
      expected: "{ env: NAME } or { file: path }",
      found: "a value that is not shown",
    });
  });

  test("are no matter of the data: a value that says env stays a value", async () => {
    const text = source("").replace(
      "outcome: Outcome",
      "outcome: { column: A, values: { env: handled } }",
    );
    const config = await read({ text });
    expect(JSON.stringify(config.sources[0]?.records.calls?.fields["outcome"])).toContain(
      '[["env","handled"]]',
    );
  });
});
