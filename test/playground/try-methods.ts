import { describe, expect, test } from "vitest";
import { webApi } from "../../src/playground/web-api/index.ts";
import type { Method } from "../../src/playground/web-api/method.ts";
import { type Opened, openClient } from "./open-client.ts";

type Statuses = Readonly<Record<string, Pick<Method, "status">>>;

/** By name: how much of Slack's a method takes, and a try of it with Slack's own client. */
export type Methods = Statuses &
  Readonly<Record<string, { readonly works: (opened: Opened) => Promise<void> }>>;

const inChannels = /^(?:chat|conversations|files)\./u;

const statusesOf = (methods: Statuses) =>
  Object.entries(methods).map(([name, { status }]) => `${name} is ${status}`);

/** Tries the methods of one part of two, which hold between them all that there are. */
export function tryMethods(
  part: "in channels" | "of the app and of people",
  methods: Methods,
): void {
  test(`the list of methods ${part} says what each takes, and each is tried below`, () => {
    const known = Object.entries(webApi(() => "")).filter(
      ([name]) => inChannels.test(name) === (part === "in channels"),
    );
    expect(statusesOf(methods).toSorted()).toEqual(
      statusesOf(Object.fromEntries(known)).toSorted(),
    );
  });

  describe("Slack's own client finds", () => {
    test.each(Object.keys(methods))("%s", async (name) => {
      expect.hasAssertions();
      await methods[name]!.works(await openClient());
    });
  });
}
