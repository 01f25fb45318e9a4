/** Where words go, and how they may look there. */
export interface Screen {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whether a person watches stderr: progress is for them. */
  readonly watches: boolean;
  readonly color: boolean;
}

export const exitCodes = { answered: 0, refused: 1, wrongUse: 2, badConfig: 78 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A reader that stops reading, as `| head` does, is no accident: what is left goes nowhere. */
export function forgiveClosedPipe(stream: NodeJS.WritableStream): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}
