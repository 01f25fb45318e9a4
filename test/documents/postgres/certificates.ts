import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const openssl = (words: readonly string[]) => run("openssl", words);

export interface Authority {
  /** Its certificate, which `sslrootcert` names. */
  readonly path: string;
  /** Writes `<name>.pem` and `<name>.key` for a server with that name: `DNS:localhost`. */
  readonly certify: (name: string, isFor: string) => Promise<void>;
}

const newKey = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];

/** An authority of one's own, as who runs a database often has. */
export async function anAuthority(folder: string, called: string): Promise<Authority> {
  const at = (name: string) => join(folder, name);
  const [own, key] = [at(`${called}.pem`), at(`${called}.key`)];
  await openssl([
    "req",
    ...newKey,
    "-keyout",
    key,
    "-out",
    own,
    "-days",
    "2",
    "-subj",
    `/CN=${called}`,
  ]);
  return {
    path: own,
    certify: async (name, isFor) => {
      const files = [
        "-keyout",
        at(`${name}.key`),
        "-out",
        at(`${name}.pem`),
        "-subj",
        "/CN=database",
      ];
      const extensions = [`subjectAltName=${isFor}`, "basicConstraints=critical,CA:FALSE"];
      const added = extensions.flatMap((each) => ["-addext", each]);
      const signed = ["-CA", own, "-CAkey", key, "-days", "2"];
      await openssl(["req", ...newKey, ...files, ...added, ...signed]);
    },
  };
}
