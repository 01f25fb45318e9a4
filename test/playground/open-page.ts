import { rmSync } from "node:fs";
import type { Locator } from "playwright-core";
import { afterFile, afterTest } from "../closing.ts";
import { buildPage, openBrowser } from "./browser.ts";
import { showEverything } from "./show-app.ts";
import { boltFor, startForTest } from "./workspace-for-tests.ts";

/** The page is built, and the browser started, once for all tests of a file. */
let opened: ReturnType<typeof open> | null = null;

async function open() {
  afterFile(() => {
    opened = null;
  });
  const pageFolder = buildPage();
  afterFile(() => rmSync(pageFolder, { recursive: true, force: true }));
  const browser = await openBrowser();
  afterFile(() => browser.close());
  return { browser, pageFolder };
}

/**
 * The page in a browser, before a workspace and a small app of its own, all of it gone after the
 * test; which fails where the page complains or asks another host.
 */
export async function openPage() {
  const { browser, pageFolder } = await (opened ??= open());
  const complaints: string[] = [];
  const expected: string[] = [];
  afterTest(() => {
    const others = complaints.filter((each) => !expected.some((words) => each.includes(words)));
    if (others.length > 0) throw new Error(`The page complained: ${others.join("\n")}`);
  });
  const playground = await startForTest({
    pageFolder,
    shortcuts: [{ name: "Set a goal", callbackId: "set", type: "global" }],
    suggest: (line) =>
      ["kpi fcr", "kpi fcr last-week"]
        .filter((each) => each.startsWith(line))
        .map((each) => ({ line: each, about: "First contact resolution" })),
  });
  afterTest(() => playground.stop());
  const { url } = playground;
  const app = boltFor(playground);
  afterTest(async () => void (await app.stop()));
  showEverything(app);
  await app.start();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  afterTest(() => page.close());
  page.setDefaultTimeout(40_000);
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (line) => {
    if (line.type() === "error") complaints.push(line.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(`${url}/`)) complaints.push(request.url());
  });

  const box = (): Locator => page.locator("main").getByRole("textbox");
  const log = (): Locator => page.locator("main").getByRole("log");
  return {
    app,
    box,
    dialog: (): Locator => page.getByRole("dialog").first(),
    inDirectMessage: async (words: string): Promise<void> => {
      await page.getByRole("button", { name: "Goalpost" }).click();
      await page.getByRole("tab", { name: "Messages" }).click();
      await log().getByText(words, { exact: true }).waitFor();
    },
    log,
    /** The test brings this complaint about. */
    mayComplainOf: (words: string): void => void expected.push(words),
    page,
    playground,
    say: async (words: string): Promise<void> => {
      await box().fill(words);
      await box().press("Enter");
    },
    url,
    visit: (as: string, at: string) => page.goto(`${url}/#${as}/${at}`),
  };
}
