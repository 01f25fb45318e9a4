import { csv } from "./csv.ts";
import type { Source } from "./source.ts";

export const sources = [csv] as const satisfies readonly Source[];
