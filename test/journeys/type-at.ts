import { commands } from "../../commands/index.ts";
import { runTerminal } from "../../src/terminal/run-terminal.ts";

export interface Typed {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

const unneeded = (): never => {
  throw new Error("the running bot was not asked");
};

/** Types words at the terminal; the running bot of that data folder has to answer them. */
export async function typeAt(data: string, argv: readonly string[]): Promise<Typed> {
  const said = { out: "", err: "" };
  const exit = await runTerminal({
    argv,
    screen: {
      stdout: (text) => void (said.out += text),
      stderr: (text) => void (said.err += text),
      watches: false,
      color: false,
    },
    commands,
    version: "0",
    dataFolder: () => data,
    openApp: unneeded,
    config: { schema: unneeded, example: unneeded, check: unneeded },
    migrate: unneeded,
    manifest: unneeded,
  });
  return { exit, ...said };
}
