export type JsonObject = Readonly<Record<string, unknown>>;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What stands at `customer.id`, or under that very name; undefined where nothing does. */
export function valueAt(object: JsonObject, place: string): unknown {
  if (Object.hasOwn(object, place)) return object[place];
  let at: unknown = object;
  for (const step of place.split(".")) {
    if (!isJsonObject(at) || !Object.hasOwn(at, step)) return undefined;
    at = at[step];
  }
  return at;
}
