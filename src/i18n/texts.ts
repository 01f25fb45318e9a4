import { en } from "./en/index.ts";
import { ko } from "./ko/index.ts";
import type { Locale } from "./locale.ts";
import { ru } from "./ru/index.ts";
import type { Message } from "./say.ts";
import { zhTw } from "./zh-tw/index.ts";

/** The shape every language fills, read off the English texts. */
export type Texts = Shape<typeof en>;

type Shape<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends { other: string }
      ? Message
      : Shape<T[K]>;
};

export const texts = { en, ko, ru, "zh-TW": zhTw } as const satisfies Record<Locale, Texts>;
