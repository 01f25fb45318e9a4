import { createContext, use, useState } from "react";
import type { Block } from "../../block-kit/blocks.ts";
import type { Confirm, LiveElement } from "../../block-kit/elements.ts";
import { liveElements } from "../../block-kit/name-parts.ts";
import type { Choice, Given, GivenValues, Source } from "../../wire.ts";
import { useDesk } from "../desk.ts";
import { initialGiven } from "./initial-given.ts";

/** A message or view as something to work with: what it holds, and how to press a part of it. */
export interface Surface {
  readonly given: (blockId: string, element: LiveElement) => Given;
  readonly set: (blockId: string, element: LiveElement, given: Given) => void;
  readonly press: (blockId: string, element: LiveElement, given: Given) => void;
  readonly lookUp: (
    blockId: string,
    element: LiveElement,
    text: string,
  ) => Promise<readonly Choice[]>;
  readonly isBusy: (blockId: string, element: LiveElement) => boolean;
  readonly values: () => GivenValues;
  readonly errors: Readonly<Record<string, string>>;
  /** A question to answer before something is pressed. */
  readonly asking: { readonly confirm: Confirm; readonly answer: (isYes: boolean) => void } | null;
}

export const SurfaceContext = createContext<Surface | null>(null);

export function useSurfaceOf(): Surface {
  const surface = use(SurfaceContext);
  if (surface === null) throw new Error("A block stands outside a surface");
  return surface;
}

const keyOf = (blockId: string, element: LiveElement): string =>
  `${blockId}/${element.action_id ?? ""}`;

interface Faults {
  readonly errors: Readonly<Record<string, string>>;
  readonly settle: (blockId: string) => void;
}
const noFaults: Faults = { errors: {}, settle: () => undefined };

/** Keeps what is typed by block and action id, so that an update with the same ids leaves it. */
export function useSurface(
  source: Source,
  blocks: readonly Block[],
  faults: Faults = noFaults,
): Surface {
  const desk = useDesk();
  const [typed, setTyped] = useState<ReadonlyMap<string, Given>>(new Map());
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<Surface["asking"]>(null);

  const given: Surface["given"] = (blockId, element) => {
    const value = typed.get(keyOf(blockId, element));
    return value === undefined ? initialGiven(element, desk.here) : value;
  };

  const valuesWith = (changed: ReadonlyMap<string, Given>): GivenValues => {
    const values: Record<string, Record<string, Given>> = {};
    for (const { blockId, element } of liveElements(blocks)) {
      const value = changed.get(keyOf(blockId, element));
      values[blockId] = {
        ...values[blockId],
        [element.action_id ?? ""]: value === undefined ? given(blockId, element) : value,
      };
    }
    return values;
  };

  const send = async (blockId: string, element: LiveElement, value: Given): Promise<void> => {
    const key = keyOf(blockId, element);
    setBusy((before) => new Set([...before, key]));
    const outcome = await desk.do({
      kind: "press",
      source,
      blockId,
      actionId: element.action_id ?? "",
      given: value,
      values: valuesWith(new Map([...typed, [key, value]])),
    });
    setBusy((before) => new Set([...before].filter((each) => each !== key)));
    if (!outcome.ok) desk.complain(outcome.error);
  };

  const confirmed = (element: LiveElement): Promise<boolean> => {
    const confirm = "confirm" in element ? element.confirm : undefined;
    if (confirm === undefined) return Promise.resolve(true);
    return new Promise((resolve) => {
      setAsking({
        confirm,
        answer: (isYes) => {
          setAsking(null);
          resolve(isYes);
        },
      });
    });
  };

  return {
    given,
    errors: faults.errors,
    asking,
    isBusy: (blockId, element) => busy.has(keyOf(blockId, element)),
    values: () => valuesWith(typed),
    set: (blockId, element, value) => {
      faults.settle(blockId);
      setTyped((before) => new Map([...before, [keyOf(blockId, element), value]]));
    },
    press: (blockId, element, value) => {
      void confirmed(element).then((isYes) => (isYes ? send(blockId, element, value) : undefined));
    },
    lookUp: async (blockId, element, text) => {
      const actionId = element.action_id ?? "";
      const outcome = await desk.do({ kind: "look_up", source, blockId, actionId, text });
      if (outcome.ok) return outcome.choices ?? [];
      desk.complain(outcome.error);
      return [];
    },
  };
}
