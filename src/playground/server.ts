import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import type { Clock } from "../clock.ts";
import { AppError } from "../errors.ts";
import { createDo, type Suggest } from "./deeds/do.ts";
import { announceMessage } from "./events.ts";
import { addressOf } from "./address-of.ts";
import { isFromHere } from "./guard.ts";
import { createHttpDelivery } from "./http-delivery.ts";
import { keepIn, readKept } from "./kept-file.ts";
import { nordlicht, type Seed } from "./people.ts";
import { createResponseUrls } from "./response-url.ts";
import { createRoutes } from "./routes.ts";
import { createSocketMode } from "./socket-mode.ts";
import { createTriggers } from "./triggers.ts";
import { createUploads } from "./uploads.ts";
import { webApi } from "./web-api/index.ts";
import type { ShortcutHint } from "./wire.ts";
import { createWorkspace } from "./workspace.ts";
import type { SlashCommand, World } from "./world.ts";

export interface PlaygroundOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Where the built page lies. */
  readonly pageFolder: string;
  readonly clock: Clock;
  /** NODE_ENV says production. */
  readonly isProduction: boolean;
  /** A real Slack token is set in the environment. */
  readonly hasRealTokens: boolean;
  readonly seed?: Seed;
  readonly commands?: readonly SlashCommand[];
  readonly shortcuts?: readonly ShortcutHint[];
  /** Lines the message box offers while a command is typed. */
  readonly suggest?: Suggest;
  /** What the app was installed with, by name. */
  readonly scopes?: readonly string[];
  /** The manifest's `bot_events`. */
  readonly botEvents?: readonly string[];
  /** A file that keeps what was said over a restart. */
  readonly keptIn?: string;
  /** Sends signed POSTs here instead of Socket Mode. */
  readonly requestUrl?: string;
}

export interface Playground {
  readonly url: string;
  /** For `slackApiUrl`; ends with a slash. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  /** Asks the app's connections to come back on new ones, as Slack does now and then. */
  readonly refreshConnections: () => void;
  readonly stop: () => Promise<void>;
}

const secret = (): string => randomBytes(18).toString("hex");

function refuseUnlessSafe({ isProduction, hasRealTokens }: PlaygroundOptions): void {
  if (!isProduction && !hasRealTokens) return;
  throw new AppError(
    "config_invalid",
    isProduction
      ? "The playground does not run in production."
      : "The playground does not run beside real Slack tokens.",
    { hint: isProduction ? "Unset NODE_ENV." : "Unset SLACK_BOT_TOKEN and SLACK_APP_TOKEN." },
  );
}

/** A Slack workspace of its own on 127.0.0.1, with a page to use it. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  refuseUnlessSafe(options);
  const { clock, keptIn } = options;
  const seed = options.seed ?? nordlicht;
  const workspace = createWorkspace(seed, clock, keptIn === undefined ? null : readKept(keptIn));
  const tokens = { bot: `xoxb-playground-${secret()}`, app: `xapp-playground-${secret()}` };
  const signingSecret = secret();
  let port = 0;
  const origin = (): string => `http://127.0.0.1:${port}`;

  const socketMode = createSocketMode(seed.appId, () =>
    workspace.tell({ kind: "connected", connected: socketMode.isConnected() }),
  );
  const { requestUrl } = options;
  const world: World = {
    workspace,
    clock,
    triggers: createTriggers(clock, workspace.nextId),
    responseUrls: createResponseUrls(workspace, clock, origin),
    uploads: createUploads(origin),
    deliver:
      requestUrl === undefined
        ? socketMode.deliver
        : createHttpDelivery(requestUrl, signingSecret, clock),
    commands: options.commands ?? [],
    shortcuts: options.shortcuts ?? [],
    scopes: options.scopes ?? null,
    botEvents: options.botEvents ?? ["app_home_opened", "app_mention", "message.im"],
  };
  workspace.onChange((change) => {
    if (change.kind === "message" && change.isNew) void announceMessage(change.message, world);
  });
  const stopKeeping = keptIn === undefined ? () => {} : keepIn(keptIn, workspace);

  const routes = createRoutes({
    world,
    tokens,
    pageFolder: options.pageFolder,
    methods: webApi(() => `ws://127.0.0.1:${port}/link?ticket=${socketMode.ticket()}`),
    do: createDo(world, options.suggest ?? (() => [])),
    isConnected: () => requestUrl !== undefined || socketMode.isConnected(),
  });
  const server = createServer((request, response) => {
    if (isFromHere(request, port)) {
      void routes(request, response);
      return;
    }
    response.writeHead(403).end();
  });
  const sockets = new WebSocketServer({ noServer: true });
  server.on("upgrade", (request, stream, head) => {
    const url = addressOf(request);
    const isAdmitted =
      isFromHere(request, port) &&
      url?.pathname === "/link" &&
      socketMode.admit(url.searchParams.get("ticket") ?? "");
    stream.on("error", () => stream.destroy());
    if (!isAdmitted) {
      stream.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, stream, head, socketMode.connect);
  });

  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(toStartFault(error, options.port)));
    server.listen(options.port, "127.0.0.1", resolve);
  });
  port = portOf(server.address());

  return {
    url: `http://localhost:${port}`,
    apiUrl: `${origin()}/api/`,
    botToken: tokens.bot,
    appToken: tokens.app,
    signingSecret,
    refreshConnections: socketMode.refresh,
    stop: async () => {
      stopKeeping();
      socketMode.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function toStartFault(error: Error, port: number): Error {
  if (!("code" in error) || error.code !== "EADDRINUSE") return error;
  return new AppError("config_invalid", `Port ${port} is taken.`, {
    hint: "Choose another with PORT=3001.",
    cause: error,
  });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("no TCP address");
  return address.port;
}
