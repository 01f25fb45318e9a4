import { z } from "zod";

/** What a modal carries for us: opaque ids, or what its reader typed just before. Nothing that others may not read. */
const schema = z.strictObject({
  command: z.string(),
  state: z.string(),
  /** Opened from App Home, which is drawn again after a save. */
  fromHome: z.boolean(),
});

export type FormMetadata = z.infer<typeof schema>;

export const writeMetadata = (metadata: FormMetadata): string => JSON.stringify(metadata);

/** Null for what is not ours or no longer read. */
export function readMetadata(text: string): FormMetadata | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
