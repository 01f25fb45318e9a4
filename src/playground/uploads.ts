import { randomUUID } from "node:crypto";

/** What was announced, and sent to the address it got. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Addresses an app sends a file to before it shares it, each good once. */
export interface Uploads {
  readonly issue: (id: string, name: string, length: number) => string;
  /** Whether they were taken: at an address that waits for so many. */
  readonly take: (token: string, bytes: Buffer) => boolean;
  /** What arrived under that id; null where nothing did. Gone when it was asked for. */
  readonly complete: (id: string) => Upload | null;
}

export function createUploads(baseUrl: () => string): Uploads {
  const awaited = new Map<string, { id: string; name: string; length: number }>();
  const arrived = new Map<string, Upload>();
  return {
    issue: (id, name, length) => {
      const token = randomUUID();
      awaited.set(token, { id, name, length });
      return `${baseUrl()}/upload/${token}`;
    },
    take: (token, bytes) => {
      const announced = awaited.get(token);
      if (announced === undefined || announced.length !== bytes.length) return false;
      awaited.delete(token);
      arrived.set(announced.id, { id: announced.id, name: announced.name, bytes });
      return true;
    },
    complete: (id) => {
      const upload = arrived.get(id) ?? null;
      arrived.delete(id);
      return upload;
    },
  };
}
