import { appreciation } from "./appreciation.ts";
import { automation } from "./automation.ts";
import { channels } from "./channels.ts";
import { coaching } from "./coaching.ts";
import { cost } from "./cost.ts";
import { firstResponse } from "./first-response.ts";
import { innovation } from "./innovation.ts";
import { mobile } from "./mobile.ts";
import { omnichannel } from "./omnichannel.ts";
import { onboarding } from "./onboarding.ts";
import { selfService } from "./self-service.ts";
import { social } from "./social.ts";
import { surveys } from "./surveys.ts";
import type { GoalTemplate } from "./template.ts";

/** Every template, in the order of the source. */
export const goalTemplates: readonly GoalTemplate[] = [
  firstResponse,
  channels,
  omnichannel,
  surveys,
  cost,
  onboarding,
  appreciation,
  mobile,
  automation,
  social,
  innovation,
  coaching,
  selfService,
];
