import type { Config } from "../config/config.ts";
import { isNamed } from "../kpis/same-value.ts";
import type { Person } from "../people/forgetting.ts";

/** Where the configuration names somebody: the program never writes that file. */
export function configuredAs(
  { names, ids }: Person,
  { people, privacy }: Pick<Config, "people" | "privacy">,
): readonly string[] {
  return [
    ...Object.entries(people.agents).flatMap(([name, id]) =>
      isNamed(name, names) || ids.includes(id) ? [`people.agents.${name}`] : [],
    ),
    ...listed("people.admins", people.admins, ids),
    ...listed("people.leads", people.leads, ids),
    ...listed("privacy.agents_opted_out", privacy.agentsOptedOut, names),
  ];
}

const listed = (key: string, all: readonly string[], wanted: readonly string[]) =>
  all.some((each) => isNamed(each, wanted)) ? [key] : [];
