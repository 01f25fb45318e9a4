import { expect, test } from "vitest";
import { createRoleOf } from "../../src/app/role-of.ts";

const nobody = async () => false;
const inLeads = async (group: string) => group === "S0LEAD";

test("a person is what `people:` says, by name or by user group", async () => {
  const roleOf = createRoleOf({ admins: ["U0ADMIN"], leads: ["U0LEAD", "S0LEAD"], agents: {} });
  expect(await roleOf("U0ADMIN", nobody)).toBe("admin");
  expect(await roleOf("U0LEAD", nobody)).toBe("lead");
  expect(await roleOf("U0OTHER", inLeads)).toBe("lead");
  expect(await roleOf("U0OTHER", nobody)).toBe("member");
});

test("where nobody is named, every full member is a lead", async () => {
  expect(await createRoleOf({ admins: [], leads: [], agents: {} })("U0ANY", nobody)).toBe("lead");
});
