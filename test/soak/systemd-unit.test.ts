import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newFolder } from "../fixtures/new-folder.ts";

const analyze = "/usr/bin/systemd-analyze";
const unit = new URL("../../.docs/run-for-good/goalpost.service", import.meta.url);

/** Where systemd is not installed this says so. */
test.skipIf(!existsSync(analyze))("systemd has nothing to say against the unit", () => {
  const path = join(newFolder(), "goalpost.service");
  // It looks whether the program is there; Node lies elsewhere on many a machine.
  writeFileSync(path, readFileSync(unit, "utf8").replace("/usr/bin/node", process.execPath));
  const verify = (): string =>
    execFileSync("sh", ["-c", `${analyze} verify "$0" 2>&1`, path], { encoding: "utf8" });
  expect(verify()).toBe("");
  // It would: an option that does not exist is named.
  writeFileSync(path, readFileSync(path, "utf8").replace("ProtectHome", "ProtectHouse"));
  expect(verify()).toContain("ProtectHouse");
});
