import type { Browser, Locator, Page } from "playwright-core";
import type { Localized } from "../../src/i18n/locale.ts";
import type { Person } from "../../src/playground/people.ts";

/** What the browser of somebody who speaks it says of itself. */
const tags: Localized = { en: "en-GB", ko: "ko-KR", ru: "ru-RU", "zh-TW": "zh-TW" };

/** A person at the page. */
export interface Visit {
  readonly page: Page;
  /** What the page complained of; stays empty. */
  readonly faults: readonly string[];
  readonly say: (words: string) => Promise<void>;
  /** Says something and gives the message that came next. */
  readonly ask: (words: string) => Promise<Locator>;
  /** Presses something and gives the message that came next. */
  readonly nextAfter: (deed: () => Promise<void>) => Promise<Locator>;
  /** The messages of the channel, oldest first. */
  readonly messages: Locator;
  readonly dialog: Locator;
  readonly goTo: (at: string) => Promise<void>;
}

export async function visitAs(
  browser: Browser,
  url: string,
  { id, locale, zone }: Person,
  at: string,
): Promise<Visit> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    locale: tags[locale],
    timezoneId: zone,
  });
  page.setDefaultTimeout(90_000);
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  page.on("console", (line) => {
    if (line.type() === "error") faults.push(line.text());
  });
  const box = page.locator("main").getByRole("textbox");
  const messages = page.locator("main").getByRole("log").getByRole("article");
  const goTo = async (there: string): Promise<void> => {
    await page.goto(`${url}/#${id}/${there}`);
    await page.locator("main").getByRole("tabpanel").or(box).first().waitFor();
  };
  await goTo(at);

  const nextAfter = async (deed: () => Promise<void>): Promise<Locator> => {
    const next = messages.nth(await messages.count());
    await deed();
    await next.waitFor();
    return next;
  };
  const say = async (words: string): Promise<void> => {
    await box.fill(words);
    await box.press("Enter");
  };
  return {
    page,
    faults,
    messages,
    goTo,
    say,
    nextAfter,
    dialog: page.getByRole("dialog").first(),
    ask: (words) => nextAfter(() => say(words)),
  };
}
