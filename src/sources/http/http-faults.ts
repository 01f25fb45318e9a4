import type { SettingFault } from "../source.ts";
import type { HttpSettings } from "./http-settings.ts";

/** What these settings are wrong about together. */
export const httpFaults = (settings: HttpSettings): readonly SettingFault[] => [
  ...keyFaults(settings),
  ...lookBackFaults(settings),
  ...placeFaults(settings),
];

function keyFaults(settings: HttpSettings): readonly SettingFault[] {
  const { url, token, token_header, user, password } = settings;
  const faults: SettingFault[] = [];
  const fault = (key: string, expected: string, hint: string): void => {
    faults.push({ key, expected, hint });
  };
  if (url.startsWith("http:") && !settings.private) {
    fault("url", "https://", "Only in a network of your own http:// will do: private: true.");
  }
  if ((user === undefined) !== (password === undefined)) {
    fault("user", "user: and password: together", "Or give a token: alone.");
  }
  const header = (token_header ?? "authorization").toLowerCase();
  if (token !== undefined && user !== undefined && header === "authorization") {
    fault("token", "a token, or a user with a password", "Both are one header, Authorization.");
  }
  if (token_header !== undefined && token === undefined) {
    fault("token_header", "a token: to send in it", "token: { env: NAME } says where it stands.");
  }
  return faults;
}

function lookBackFaults({ url, look_back }: HttpSettings): readonly SettingFault[] {
  const isOfDay = url.includes("{since_day}");
  if (!url.includes("{since") || look_back >= (isOfDay ? 86_400 : 600)) return [];
  const hint = isOfDay
    ? "The other side counts the day by a zone of its own."
    : "The other side has a clock of its own, and tells of some changes a little later.";
  return [{ key: "look_back", expected: `${isOfDay ? "1d" : "10m"} or more`, hint }];
}

function placeFaults(settings: HttpSettings): readonly SettingFault[] {
  const { format = "json", next, next_as } = settings;
  const mark = { key: "next_as", expected: "next: beside it" };
  const places = (["rows", "next", "ends", "more"] as const).filter(
    (each) => settings[each] !== undefined && format !== "json",
  );
  return [
    ...(next_as !== undefined && next === undefined
      ? [{ ...mark, hint: "It says where the mark of the next page stands." }]
      : []),
    ...places.map((key) => ({
      key,
      expected: `none with format: ${format}`,
      hint: "It is a place in an answer that is one JSON.",
    })),
  ];
}
