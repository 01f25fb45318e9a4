import { z } from "zod";
import { composedDigestSchema, type ComposedDigest } from "../digests/digest.ts";

/** A digest as it will be read back from the ledger: nothing in it that JSON would bend. */
export const frozen = (digest: ComposedDigest) =>
  z.json().parse(JSON.parse(JSON.stringify(composedDigestSchema.parse(digest))));
