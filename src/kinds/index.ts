import { calls } from "./calls.ts";
import { costs } from "./costs.ts";
import { customers } from "./customers.ts";
import type { Kind } from "./kind.ts";
import { measures } from "./measures.ts";
import { purchases } from "./purchases.ts";
import { revenue } from "./revenue.ts";
import { surveys } from "./surveys.ts";
import { tickets } from "./tickets.ts";

export const kinds = [
  tickets,
  calls,
  surveys,
  customers,
  revenue,
  purchases,
  costs,
  measures,
] as const satisfies readonly Kind[];

export type KindId = (typeof kinds)[number]["id"];
