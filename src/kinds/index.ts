import { calls } from "./calls.ts";
import { coaching } from "./coaching.ts";
import { costs } from "./costs.ts";
import { customers } from "./customers.ts";
import type { Kind } from "./kind.ts";
import { measures } from "./measures.ts";
import { mentions } from "./mentions.ts";
import { milestones } from "./milestones.ts";
import { notices } from "./notices.ts";
import { onboardings } from "./onboardings.ts";
import { purchases } from "./purchases.ts";
import { revenue } from "./revenue.ts";
import { sessions } from "./sessions.ts";
import { shifts } from "./shifts.ts";
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
  shifts,
  onboardings,
  mentions,
  notices,
  coaching,
  sessions,
  milestones,
  measures,
] as const satisfies readonly Kind[];

export type KindId = (typeof kinds)[number]["id"];
