import { alerts } from "./alerts.ts";
import { answers } from "./answers.ts";
import { backup } from "./backup.ts";
import { digestMore } from "./digest-more.ts";
import { digests } from "./digests.ts";
import { doors } from "./doors.ts";
import { explain } from "./explain.ts";
import { goalCoach } from "./goal-coach.ts";
import { goalLife } from "./goal-life.ts";
import { goalRules } from "./goal-rules.ts";
import { goals } from "./goals.ts";
import { people } from "./people-more.ts";
import { home } from "./home.ts";
import { live } from "./live.ts";
import { moving } from "./moving.ts";
import { periods } from "./periods.ts";
import { promises } from "./promises.ts";
import { quantities } from "./quantities.ts";
import { reports } from "./reports.ts";
import { slack } from "./slack.ts";
import { terminal } from "./terminal.ts";
import { words } from "./words.ts";

export const zhTw = {
  alerts,
  answers,
  backup,
  people,
  periods,
  promises,
  quantities,
  words,
  reports,
  goals,
  goalCoach,
  goalLife,
  goalRules,
  digests,
  doors,
  home,
  live,
  moving,
  digestMore,
  explain,
  slack,
  terminal,
};
