/** The environment, checked. Tokens are in `slack` and nowhere else. */
export interface Environment {
  readonly slack: SlackMode;
  /** Slack's own where nothing else is said; ends with a slash. */
  readonly slackApiUrl: string;
  readonly port: number;
  /** `null`: no health server. */
  readonly healthPort: number | null;
  readonly healthHost: string;
  /** Absolute. */
  readonly configPath: string;
  readonly dataFolder: string;
  /** Null: everything is kept in the data folder. */
  readonly databaseUrl: string | null;
  readonly production: boolean;
  readonly logLevel: "debug" | "info" | "warn" | "error";
}

/** How Goalpost meets Slack. The app token wins over the signing secret. */
export type SlackMode =
  | { readonly kind: "playground" }
  | { readonly kind: "socket"; readonly botToken: string; readonly appToken: string }
  | { readonly kind: "http"; readonly botToken: string; readonly signingSecret: string };
