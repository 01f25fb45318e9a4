import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Browser, chromium } from "playwright-core";

const executablePath = "/usr/bin/chromium";

/** Without Chromium the tests of the page are skipped by name; CI must have it. */
export const cannotBrowse = !existsSync(executablePath) && process.env["CI"] !== "true";

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

/** The page as the sources are now, built into a folder of its own. */
export function buildPage(): string {
  const root = resolve(import.meta.dirname, "../..");
  const folder = mkdtempSync(join(tmpdir(), "playground-page-"));
  execFileSync(
    process.execPath,
    [
      join(root, "node_modules/vite/bin/vite.js"),
      "build",
      "--logLevel",
      "error",
      "--config",
      join(root, "src/playground/page/vite.config.ts"),
      "--outDir",
      folder,
      "--emptyOutDir",
    ],
    { cwd: root, stdio: "pipe", env: { ...process.env, NODE_ENV: "production" } },
  );
  return folder;
}
