import { z } from "zod";
import { outgoingSchema, type Outgoing } from "../digests/outgoing.ts";

/** A message as it will be read back from the ledger: nothing in it that JSON would bend. */
export const frozen = (message: Outgoing) =>
  z.json().parse(JSON.parse(JSON.stringify(outgoingSchema.parse(message))));
