import type { LookupAddress } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { callbackify } from "node:util";
import { Agent } from "undici";
import { AppError } from "../../errors.ts";
import type { HttpLimits } from "./http-limits.ts";
import { mayConnect } from "./may-connect.ts";

/** All addresses of a host. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/**
 * Opens connections to permitted addresses alone. A name is resolved once for each connection, and
 * that very answer is looked at: it cannot be another by the time the connection opens. Nothing
 * of the environment names a proxy or lets a bad certificate pass.
 */
export function guardedAgent(
  resolve: Resolve,
  { isPrivate, silentMs }: { readonly isPrivate: boolean } & Pick<HttpLimits, "silentMs">,
): Agent {
  const permitted = callbackify(async (host: string): Promise<readonly LookupAddress[]> => {
    const addresses = await resolve(host);
    if (addresses.length === 0) throw Object.assign(new Error("no address"), { code: "ENOTFOUND" });
    if (addresses.every(({ address }) => mayConnect(address, isPrivate))) return addresses;
    throw notPermitted(host, isPrivate);
  });
  const lookup: LookupFunction = (host, { all }, done) =>
    permitted(host, (fault, addresses) => {
      const [first] = fault === null ? addresses : [];
      if (first === undefined) done(fault, "", 0);
      else if (all === true) done(null, [...addresses]);
      else done(null, first.address, first.family);
    });
  return new Agent({
    connect: { lookup, timeout: silentMs, rejectUnauthorized: true },
    connections: 1,
  });
}

/** An address that stands in a URL itself is never looked up. Throws `source_refused`. */
export function assertPermitted({ hostname }: URL, isPrivate: boolean): void {
  const address = hostname.replace(/^\[(.*)\]$/u, "$1");
  if (isIP(address) !== 0 && !mayConnect(address, isPrivate)) {
    throw notPermitted(hostname, isPrivate);
  }
}

const notPermitted = (host: string, isPrivate: boolean): AppError =>
  new AppError("source_refused", `${host} lies where no source may be asked`, {
    hint: isPrivate
      ? "It is an address of a link, a cloud's metadata or nobody's. Name another host."
      : "It leads into a network of its own. Say private: true where that is yours and meant.",
  });
