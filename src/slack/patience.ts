/** How long is waited for what at Slack's door, in milliseconds. */
export interface Patience {
  /** For Slack's answer to a request for a socket. */
  readonly answer: number;
  /** For the greeting on a new socket, the request for it included. */
  readonly hello: number;
  /** For the echo on an open socket: without it the socket is dead, whatever it looks like. */
  readonly pong: number;
  /** For anything at all on an open socket: it may answer and be mute. */
  readonly mute: number;
  /** Until a socket that gave way to another is closed: Slack waits three seconds for an answer. */
  readonly parting: number;
  /** Before each further try for a socket; the last of them again and again. */
  readonly retries: readonly number[];
  /** Between two questions whether the bot's token holds. */
  readonly token: number;
  /** Before a refusal of it is asked about again. */
  readonly doubt: number;
}

/** The last pause and a request that hangs are together shorter than half a minute. */
export const usualPatience: Patience = {
  answer: 8_000,
  hello: 14_000,
  pong: 5_000,
  mute: 15 * 60_000,
  parting: 5_000,
  retries: [0, 1_000, 2_000, 4_000, 8_000, 12_000],
  token: 60_000,
  doubt: 5_000,
};

/** A refusal counts when it is said this often in a row: on a bad day Slack refuses good tokens. */
export const surelyRefused = 3;
