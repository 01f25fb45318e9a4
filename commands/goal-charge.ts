import { severities, type Goal } from "../goals/goal.ts";
import type { FormValues } from "./command.ts";

/** Who is asked beside the owner, each once, and how heavily the goal weighs. */
export const chargeOf = (values: FormValues): Pick<Goal, "checkpointOwners" | "severity"> => ({
  checkpointOwners: [...new Set((values["checkpoint_owners"] ?? "").split(","))].filter(
    (id) => id !== "" && id !== values["owner"],
  ),
  severity: severities.find((each) => each === values["severity"]) ?? "normal",
});
