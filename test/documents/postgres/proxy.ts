import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { afterTest } from "../../closing.ts";

/** A wire to the database that can be cut: before a message goes through, or before its answer does. */
export interface Proxy {
  /** The same database, through the wire. */
  readonly url: string;
  /** Cuts every connection when a message comes that fits, `times` in all. */
  readonly cut: (
    where: "request" | "answer",
    fits: (message: string) => boolean,
    times?: number,
  ) => void;
  readonly cuts: () => number;
  /** Nothing gets through, new connections neither, until it is `on` again. */
  readonly turn: (to: "on" | "off") => void;
}

export async function aProxy(url: string): Promise<Proxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let rule: {
    where: "request" | "answer";
    fits: (message: string) => boolean;
    left: number;
  } | null = null;
  let [cuts, isOn] = [0, true];
  const dropAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((from) => {
    const to = connect(Number(target.port), target.hostname);
    let isDeaf = false;
    for (const socket of [from, to]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        from.destroy();
        to.destroy();
      });
    }
    if (!isOn) from.destroy();
    from.on("data", (chunk) => {
      if (rule !== null && rule.left > 0 && rule.fits(chunk.toString("latin1"))) {
        rule.left -= 1;
        cuts += 1;
        isDeaf = true;
        if (rule.where === "request") dropAll();
      }
      to.write(chunk);
    });
    to.on("data", (chunk) => {
      if (isDeaf) dropAll();
      else from.write(chunk);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  afterTest(() => {
    dropAll();
    server.close();
  });
  const address = server.address();
  const through = new URL(url);
  through.port = String(typeof address === "object" ? address?.port : "");
  return {
    url: through.href,
    cut: (where, fits, times = 1) => {
      rule = { where, fits, left: times };
    },
    cuts: () => cuts,
    turn: (to) => {
      isOn = to === "on";
      if (!isOn) dropAll();
    },
  };
}
