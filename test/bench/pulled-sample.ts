import { execFileSync } from "node:child_process";
import { playgroundPlaces } from "../../src/playground/places.ts";
import { writeSampleDesk } from "../../src/playground/sample/write-sample-desk.ts";

/** The sample desk in a folder, read by the built program; and how the program finds it and its Slack. */
export async function pulledSample(
  program: string,
  folder: string,
  slack: { readonly botToken: string; readonly appToken: string; readonly apiUrl: string },
) {
  const places = playgroundPlaces(folder);
  await writeSampleDesk({ folder: places.desk, now: new Date(), zone: "Europe/Berlin" });
  const env = {
    PATH: process.env["PATH"] ?? "",
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    GOALPOST_CONFIG: places.config,
    GOALPOST_DATA: places.data,
  };
  execFileSync(process.execPath, [program, "pull"], { cwd: folder, env, stdio: "ignore" });
  return { env, places };
}
