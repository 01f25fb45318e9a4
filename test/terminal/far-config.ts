import type { Answering } from "../sources/answering.ts";

/** A configuration whose only source asks a server what has changed. */
export const farConfig = (
  { url }: Answering,
  more = "",
): string => `workspace: { timezone: Europe/Berlin }
people: { admins: [U0ADMIN] }
${more}
sources:
  - name: desk
    type: http
    url: ${url}/?since={since}
    private: true
    records: { tickets: { id: id, created_at: at } }
`;
