import { environmentSchema } from "./environment-schema.ts";
import { sampleOf } from "./example.ts";
import { toJsonSchema } from "./to-json-schema.ts";

/** What `.env.example` holds: every variable, what it means, and what it may look like. */
export function environmentExample(): string {
  const { properties = {} } = toJsonSchema(environmentSchema);
  const entries = Object.entries(properties).map(([name, schema]) => {
    const { description = "", ...rest } = typeof schema === "boolean" ? {} : schema;
    const sample = sampleOf(rest);
    return `# ${description}\n#${name}=${typeof sample === "string" ? sample : ""}\n`;
  });
  return ["# Copy to .env and take the # away from what you need.\n", ...entries].join("\n");
}
