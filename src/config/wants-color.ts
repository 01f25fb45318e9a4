/** Whether coloured text is welcome: NO_COLOR, whatever it says, declines it. */
export const wantsColor = (
  env: Readonly<Record<string, string | undefined>> = process.env,
): boolean => (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
