import { WebAPIPlatformError } from "@slack/web-api";

/** The code of Slack's refusal; to be taken is a failure of the test. */
export async function errorOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return error.data.error;
    throw error;
  }
  throw new Error("Slack took it");
}
