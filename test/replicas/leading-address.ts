import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { afterTest } from "../closing.ts";

/** One address that leads to whichever server it is told to, as what stands in front of a pair does. */
export interface LeadingAddress {
  readonly port: number;
  /** New connections go there from now on; null: nobody is there. */
  readonly lead: (port: number | null) => void;
  /** Ends the connections that there are. */
  readonly cut: () => void;
}

export async function aLeadingAddress(first: number): Promise<LeadingAddress> {
  let target: number | null = first;
  const sockets = new Set<Socket>();
  const server = createServer((from) => {
    if (target === null) return void from.destroy();
    const to = connect(target, "127.0.0.1");
    for (const [socket, other] of [
      [from, to],
      [to, from],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  afterTest(() => {
    cut();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { port, cut, lead: (to) => void (target = to) };
}
