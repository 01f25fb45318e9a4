import { calls } from "./calls.ts";
import type { Kind } from "./kind.ts";
import { measures } from "./measures.ts";
import { surveys } from "./surveys.ts";
import { tickets } from "./tickets.ts";

export const kinds = [tickets, calls, surveys, measures] as const satisfies readonly Kind[];

export type KindId = (typeof kinds)[number]["id"];
