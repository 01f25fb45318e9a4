import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { afterTest } from "../closing.ts";
import { builtProgram } from "../fixtures/built-program.ts";
import { aDatabase, hasPostgres } from "../fixtures/database.ts";
import { startProgram, startSlack } from "../fixtures/running-program.ts";
import { answering } from "../sources/answering.ts";
import { farConfig } from "../terminal/far-config.ts";
import { newPlace, noon, openPlace } from "../terminal/desk.ts";

const program = builtProgram();
const soon = { timeout: 50_000 };

test.each(["a data folder", ...(hasPostgres ? ["a database"] : [])])(
  "on %s a server that takes its time holds up neither another configuration nor the end",
  async (where) => {
    const url = where === "a database" ? (await aDatabase()).url : "";
    let open = 0;
    const server = await answering((_, response) => {
      open += 1;
      response.on("close", () => (open -= 1));
      response.writeHead(200, { "content-type": "application/json" });
      response.write('[{"id":1,"at":"2026-11-10"},');
    });
    const scheduled = (day: number): string =>
      farConfig(server).replace("private: true", `private: true\n    schedule: "0 0 ${day} 1 *"`);
    const place = newPlace([], scheduled(1));
    const incoming = join(place.data, "incoming");
    const left = () => (existsSync(incoming) ? readdirSync(incoming) : []);
    const slack = await startSlack();
    const bot = await startProgram(program, slack, place, {
      env: { DATABASE_URL: url, GOALPOST_DATA: place.data },
    });
    await expect.poll(() => [open, left().length], soon).toEqual([1, 1]);
    writeFileSync(place.configPath, scheduled(2));
    bot.signal("SIGHUP");
    // The one before is let go, and asked again.
    await expect.poll(() => server.asked.length, soon).toBe(2);
    await expect.poll(() => [open, left().length], soon).toEqual([1, 1]);
    bot.signal("SIGTERM");
    expect(await bot.ended).toBe(0);
    expect(left()).toEqual([]);
    const app = await openPlace(place, noon, null, url === "" ? null : url);
    afterTest(app.close);
    expect(await app.sourceStates()).toEqual([]);
  },
  240_000,
);
