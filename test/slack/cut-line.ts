import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/**
 * A line between the bot's socket and Slack that a test can freeze: bytes stop, and nobody is told.
 * To be made before the bot; it changes the address that `apps.connections.open` gives.
 */
export async function cutLine() {
  const lines = new Set<{ readonly ends: readonly Socket[]; isFrozen: boolean; isMute: boolean }>();
  let target = 0;
  let isDeaf = false;
  let opened = 0;

  const server = createServer((near) => {
    opened += 1;
    if (isDeaf) {
      lines.add({ ends: [near], isFrozen: true, isMute: false });
      near.on("error", () => {}).resume();
      return;
    }
    const far = connect(target, "127.0.0.1");
    const line = { ends: [near, far], isFrozen: false, isMute: false };
    lines.add(line);
    near.on("data", (bytes) => {
      if (line.isFrozen) return;
      const { port } = server.address() as AddressInfo;
      const text = bytes.toString("latin1");
      far.write(text.replace(`127.0.0.1:${port}`, `127.0.0.1:${target}`), "latin1");
    });
    const pass = withoutMessages(() => line.isMute);
    far.on("data", (bytes) => line.isFrozen || near.write(pass(bytes)));
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on("error", () => {});
      from.on("close", () => line.isFrozen || to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const response = await real(input, init);
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    if (!pathname.endsWith("/apps.connections.open")) return response;
    const answer = (await response.json()) as { url?: string };
    if (answer.url === undefined) return Response.json(answer);
    const url = new URL(answer.url);
    target = Number(url.port);
    url.port = String(port);
    return Response.json({ ...answer, url: url.href });
  };
  const dropAll = (): void => {
    for (const { ends } of lines) for (const end of ends) end.destroy();
    lines.clear();
  };
  onTestFinished(() => {
    globalThis.fetch = real;
    dropAll();
    server.close();
  });
  return {
    /** Sockets asked for so far. */
    opened: () => opened,
    /** What is open stays open, and dead. */
    freeze: () => {
      for (const line of lines) line.isFrozen = true;
    },
    /** What is open now stays open and answers pings, and nothing else comes over it. */
    mute: () => {
      for (const line of lines) line.isMute = true;
    },
    /** Those that are open. */
    open: () => [...lines].filter(({ ends }) => ends.every(({ destroyed }) => !destroyed)).length,
    /** New ones are taken and never answered. */
    setDeaf: (deaf: boolean) => void (isDeaf = deaf),
    dropAll,
  };
}

/** A server's side of a WebSocket, of which the messages can be left out: pings, pongs and farewells go on. */
function withoutMessages(isMute: () => boolean): (bytes: Buffer) => Buffer {
  let rest = Buffer.alloc(0);
  let isGreeted = false;
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    const passed: Buffer[] = [];
    const take = (length: number, isPassed: boolean): void => {
      if (isPassed) passed.push(rest.subarray(0, length));
      rest = rest.subarray(length);
    };
    if (!isGreeted) {
      const end = rest.indexOf("\r\n\r\n");
      if (end < 0) return Buffer.alloc(0);
      isGreeted = true;
      take(end + 4, true);
    }
    for (let length = frameLength(rest); length <= rest.length; length = frameLength(rest)) {
      const isControl = ((rest[0] ?? 0) & 0x08) !== 0;
      take(length, isControl || !isMute());
    }
    return Buffer.concat(passed);
  };
}

/** Of the frame that begins there, its head included; a server's are never masked. */
function frameLength(bytes: Buffer): number {
  const length = (bytes[1] ?? 0) & 0x7f;
  if (length === 126) return bytes.length < 4 ? Infinity : 4 + bytes.readUInt16BE(2);
  if (length === 127) return bytes.length < 10 ? Infinity : 10 + Number(bytes.readBigUInt64BE(2));
  return bytes.length < 2 ? Infinity : 2 + length;
}
