import { sameValue } from "../kpis/same-value.ts";
import type { Fault } from "./fault.ts";
import { shownPath } from "./path-text.ts";
import { schemasAt, valueAt } from "./schema-places.ts";
import type { Source } from "../sources/source.ts";
import { settingsOf } from "./settings-of.ts";
import { commonKeys } from "./sources-schema.ts";
import { showFound } from "./show-found.ts";
import type { Checked } from "./zod-faults.ts";

/** What one schema cannot see: names given twice, secrets written down, settings that do not fit. */
export function checkSources(checked: Checked, shelf: readonly Source[]): readonly Fault[] {
  return [
    ...namedTwice(checked, ["sources"]),
    ...namedTwice(checked, ["sla"], "from"),
    ...spelledAlike(checked, namesIn(checked, ["sources"])),
    ...spelledAlike(checked, namesIn(checked, ["sla"])),
    ...spelledAlike(checked, keysIn(checked, ["teams"])),
    ...spelledAlike(checked, keysIn(checked, ["people", "agents"])),
    ...keysIn(checked, ["targets"]).flatMap(({ at }) => spelledAlike(checked, keysIn(checked, at))),
    ...writtenSecrets(checked),
    ...unfitSettings(checked, shelf),
  ];
}

/** With `version` a name may stand several times, each time with another value there. */
function namedTwice(
  checked: Checked,
  path: readonly PropertyKey[],
  version: string | null = null,
): readonly Fault[] {
  const first = new Map<string, number | null>();
  return listAt(checked, path).flatMap((_, index) => {
    const at = [...path, index, "name"];
    const name = valueAt(checked.value, at);
    if (typeof name !== "string") return [];
    const of = version === null ? null : valueAt(checked.value, [...path, index, version]);
    const own = JSON.stringify([name, of]);
    const line = first.get(own);
    if (line === undefined) {
      first.set(own, checked.lineOf(at));
      return [];
    }
    const more = version === null ? "" : ` A later version of it needs another \`${version}\`.`;
    const hint = `The first is on line ${line ?? "?"}.${more}`;
    return [faultAt(checked, at, "a name of its own", showFound(name), hint)];
  });
}

interface Named {
  readonly name: string;
  readonly at: readonly PropertyKey[];
}

/** Records in any spelling belong to one name: of two, one would have nothing, or both the same. */
function spelledAlike(checked: Checked, named: readonly Named[]): readonly Fault[] {
  return named.flatMap(({ name, at }, index) => {
    const first = named
      .slice(0, index)
      .find((each) => each.name !== name && sameValue(each.name, name));
    if (first === undefined) return [];
    const line = checked.lineOf(first.at) ?? "?";
    const hint = `It differs from ${showFound(first.name)} on line ${line} in its spelling alone.`;
    return [faultAt(checked, at, "a name of its own", showFound(name), hint)];
  });
}

const namesIn = (checked: Checked, path: readonly PropertyKey[]): readonly Named[] =>
  listAt(checked, path).flatMap((_, index) => {
    const at = [...path, index, "name"];
    const name = valueAt(checked.value, at);
    return typeof name === "string" ? [{ name, at }] : [];
  });

function keysIn(checked: Checked, path: readonly PropertyKey[]): readonly Named[] {
  const value = valueAt(checked.value, path);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.keys(value).map((name) => ({ name, at: [...path, name] }));
}

/** A secret in the file is a secret in its backups and in version control. */
function writtenSecrets(checked: Checked): readonly Fault[] {
  return listAt(checked, ["sources"]).flatMap((source, index) => {
    if (typeof source !== "object" || source === null) return [];
    return Object.entries(source).flatMap(([key, value]) => {
      const at = ["sources", index, key];
      const isSecret =
        typeof value === "string" &&
        !commonKeys.has(key) &&
        !checked.isSecret(at) &&
        schemasAt(checked.schema, at, checked.value).some((schema) => schema["secret"] === true);
      if (!isSecret) return [];
      const hint = "Put it into the environment or into a file only Goalpost may read.";
      const expected = "{ env: NAME } or { file: path }";
      return [faultAt(checked, at, expected, "a value that is not shown", hint)];
    });
  });
}

/** What settings are wrong about together that are right each by itself. */
function unfitSettings(checked: Checked, shelf: readonly Source[]): readonly Fault[] {
  return listAt(checked, ["sources"]).flatMap((given, index) => {
    const type = valueAt(given, ["type"]);
    const source = shelf.find((each) => each.type === type);
    const faults = source?.faults(settingsOf(given)) ?? [];
    return faults.map(({ key, expected, hint }) => {
      const at = ["sources", index, key];
      const value = valueAt(checked.value, at);
      const isShown = value !== undefined && !checked.isSecret(at);
      return faultAt(checked, at, expected, isShown ? showFound(value) : null, hint);
    });
  });
}

function listAt(checked: Checked, path: readonly PropertyKey[]): readonly unknown[] {
  const value = valueAt(checked.value, path);
  return Array.isArray(value) ? value : [];
}

const faultAt = (
  { file, lineOf }: Checked,
  path: readonly PropertyKey[],
  expected: string,
  found: string | null,
  hint: string,
): Fault => ({ file, line: lineOf(path), path: shownPath(path), expected, found, hint });
