import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openLowdb } from "../../src/documents/lowdb.ts";
import { restoreBackup } from "../../src/documents/restore-backup.ts";
import { writeBackup } from "../../src/documents/write-backup.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import { aDesk, aReminder, hour, minute } from "./ledger-desk.ts";

const week = 7 * 24 * hour;

test.each([1, 20, 600])(
  "a copy of before the digest, put back %i minutes after it was posted, posts nothing again, and next week's comes",
  async (minutes) => {
    const { folder, slack, time, clock, start, live } = await aDesk();
    const first = start("a");
    await first.remind([aReminder({ dueAt: time.now })]);
    await live(first, 59 * minute);
    const file = join(newFolder(), "copy");
    await writeBackup(folder, file, clock.now());
    await live(first, (1 + minutes) * minute);
    const posted = slack.posts.length;
    expect(posted).toBe(2);

    const again = newFolder();
    const options = { file, clock, who: "terminal", isTrial: false };
    await restoreBackup({ ...options, folder: again });
    const documents = await openLowdb({ folder: again, clock, warn: () => {} });
    onTestFinished(() => documents.close());
    const second = start("b", { documents });
    await live(second, 2 * hour);
    expect(slack.posts).toHaveLength(posted);
    // Found in the channel, or too late for it by then.
    const open = (await documents.deliveries.list()).filter(
      ({ state }) => state !== "sent" && state !== "skipped",
    );
    expect(open).toEqual([]);

    time.now = new Date(time.now.getTime() + week - (2 * hour + minutes * minute));
    await live(second, 5 * minute);
    expect(slack.posts).toHaveLength(posted + 1);
  },
);
