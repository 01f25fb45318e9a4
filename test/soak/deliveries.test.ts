import { openInMemoryFolder } from "../scheduler/harness/open-in-memory-folder.ts";
import { badWeeks } from "./bad-weeks.ts";

badWeeks({ open: openInMemoryFolder, digests: 10, weeks: 40, atOnce: 1 });
