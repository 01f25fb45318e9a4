import type { WebClient } from "@slack/web-api";
import type { Asker, FileReply, Page } from "../../commands/command.ts";
import { page, refusal } from "../../commands/page.ts";
import { say } from "../i18n/say.ts";
import { sendFile } from "./send-file.ts";
import { refusalOf } from "./slack-fault.ts";

/** Sends a file to whoever asked for it, and says so where they asked; null where they see it come. */
export async function handOver(
  writer: WebClient,
  file: FileReply,
  { asker, reader, seesIt }: { readonly asker: Asker; readonly reader: Asker; seesIt: boolean },
): Promise<Page | null> {
  try {
    await sendFile(writer, asker.id, file);
  } catch (error) {
    // An app that was installed before Goalpost sent files.
    if (refusalOf(error) !== "missing_scope") throw error;
    return refusal([say(reader.locale, (t) => t.doors.fileScope)]);
  }
  return seesIt ? null : page([say(reader.locale, (t) => t.doors.fileSent)]);
}
