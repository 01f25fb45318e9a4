import { z } from "zod";
import { configSchema } from "./config-schema.ts";
import { configExample } from "./example.ts";
import { shelf as realShelf, type Shelf } from "./shelf.ts";
import { toJsonSchema } from "./to-json-schema.ts";

/** What `goalpost config schema` prints, for the completion of editors. */
export function schemaText(shelf: Shelf = realShelf): string {
  const schema = z.toJSONSchema(configSchema(shelf), {
    io: "input",
    unrepresentable: "any",
    reused: "ref",
    override: ({ jsonSchema }) => {
      if (jsonSchema["sample"] !== undefined) jsonSchema.examples = [jsonSchema["sample"]];
      delete jsonSchema["sample"];
      delete jsonSchema["inExample"];
      if (jsonSchema["secret"] === true) toSecret(jsonSchema);
    },
  });
  return `${JSON.stringify({ ...schema, title: "goalpost.yml" }, null, 2)}\n`;
}

/** What `goalpost config example` prints. */
export const exampleText = (shelf: Shelf = realShelf): string =>
  configExample(toJsonSchema(configSchema(shelf)));

/** A secret is named in the file, never written there. */
function toSecret(schema: z.core.JSONSchema.BaseSchema): void {
  for (const key of ["type", "format", "pattern", "minLength", "maxLength", "secret", "$ref"]) {
    delete schema[key];
  }
  schema.anyOf = [named("env"), named("file")];
}

const named = (key: string) => ({
  type: "object" as const,
  properties: { [key]: { type: "string" as const } },
  required: [key],
  additionalProperties: false,
});
