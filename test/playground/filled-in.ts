import type { Given, GivenValues, ModalView } from "../../src/playground/wire.ts";

/** What the form of a goal proposes to nobody. */
const typedInGoal: Readonly<Record<string, Given>> = {
  kpi: "fcr",
  deadline: "2027-03-31",
  owner: "U0LENA",
  post_to: "C0BILLING",
  why: "They should not have to write twice.",
};

/** The form as Slack sends it: what the person typed, and what it proposed in every other field. */
export function filledIn(
  { payload }: ModalView,
  chosen: Readonly<Record<string, Given>>,
): GivenValues {
  const said = { ...typedInGoal, ...chosen };
  return Object.fromEntries(
    payload.blocks.flatMap((block) => {
      if (block.type !== "input") return [];
      const { block_id = "", element } = block;
      const proposed = "initial_option" in element ? element.initial_option?.value : null;
      const value = said[block_id.split("~")[0] ?? ""] ?? proposed ?? null;
      return [[block_id, { [element.action_id ?? ""]: value }]];
    }),
  );
}
