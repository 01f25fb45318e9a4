import type { Browser, Locator, Page } from "playwright-core";

/** The people of the playground, each with the language and zone of their browser. */
const browsers = {
  U0LENA: { locale: "en-GB", timezoneId: "Europe/Berlin" },
  U0MINA: { locale: "ko-KR", timezoneId: "Asia/Seoul" },
  U0ANDREI: { locale: "ru-RU", timezoneId: "Europe/Moscow" },
  U0SAMTSAI: { locale: "zh-TW", timezoneId: "Asia/Taipei" },
} as const;

export type PersonId = keyof typeof browsers;

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
  as: PersonId,
  at: string,
): Promise<Visit> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    ...browsers[as],
  });
  page.setDefaultTimeout(40_000);
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  page.on("console", (line) => {
    if (line.type() === "error") faults.push(line.text());
  });
  const box = page.locator("main").getByRole("textbox");
  const messages = page.locator("main").getByRole("log").getByRole("article");
  const goTo = async (there: string): Promise<void> => {
    await page.goto(`${url}/#${as}/${there}`);
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
