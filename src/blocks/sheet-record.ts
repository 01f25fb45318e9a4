import type { FoundRecord } from "../records/query-records.ts";
import { webAddress, type SheetRecord } from "./sheet.ts";

/** A record by its id, as a link where its source gave an address of the web. */
export const toSheetRecord = ({ id, url }: FoundRecord, texts: readonly string[]): SheetRecord => ({
  id,
  url: webAddress(url),
  text: texts.filter((each) => each !== "").join(" · "),
});
