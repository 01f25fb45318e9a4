import { z } from "zod";
import type { JsonSchema } from "./schema-places.ts";

/** What people may write: the input side, with the descriptions and examples of the zod schemas. */
export function toJsonSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
}
