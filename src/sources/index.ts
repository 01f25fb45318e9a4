import { csv } from "./csv.ts";
import { http } from "./http.ts";
import type { Source } from "./source.ts";

export const sources = [csv, http] as const satisfies readonly Source[];
