import { say } from "../i18n/say.ts";
import type { TerminalApp } from "./app.ts";
import { examine, type Finding } from "./examine.ts";
import { examineLive } from "./examine-live.ts";
import { oneLine, type Paint, paintFor } from "./paint.ts";
import type { Options } from "./parse-arguments.ts";
import { exitCodes, type ExitCode, type Screen } from "./screen.ts";

/** Says what was looked at, what is wrong, and what to do next. */
export async function runDoctor(
  app: TerminalApp,
  options: Options,
  screen: Screen,
): Promise<ExitCode> {
  const locale = options.lang ?? app.locale;
  const findings = [
    ...(options.live === true && app.live !== null ? examineLive(await app.live(), locale) : []),
    ...(await examine(app, locale)),
  ];
  const isBroken = findings.some(({ level }) => level === "fault");
  if (options.json) {
    screen.stdout(`${JSON.stringify({ kind: "doctor", findings })}\n`);
    return isBroken ? exitCodes.refused : exitCodes.answered;
  }
  const paint = paintFor(screen.color);
  const lines = findings.flatMap((finding) => [
    `${mark(finding, paint)} ${oneLine(finding.text)}`,
    ...finding.details.map((detail) => `    ${oneLine(detail)}`),
    ...(finding.next === null
      ? []
      : [`  ${say(locale, (t) => t.terminal.doctorNext, { step: oneLine(finding.next) })}`]),
  ]);
  const isFine = findings.every(({ level }) => level === "ok");
  if (isFine) lines.push(paint.good(say(locale, (t) => t.terminal.doctorFine)));
  screen.stdout(`${lines.join("\n")}\n`);
  return isBroken ? exitCodes.refused : exitCodes.answered;
}

function mark({ level }: Finding, paint: Paint): string {
  switch (level) {
    case "ok":
      return paint.good("✓");
    case "warning":
      return paint.strong("!");
    case "fault":
      return paint.bad("✗");
  }
}
