import type { WriteDue } from "../documents/digest-book.ts";
import type { DeliveryPorts } from "./deliveries.ts";
import { lookAhead } from "./look-ahead.ts";
import { toDelivery } from "./new-delivery.ts";

/** Writes down what has come due of a digest that is about to change: a tick would look for it by the new plan. */
export const createWriteDue =
  (workdaysIn: DeliveryPorts["workdaysIn"]): WriteDue =>
  async (digest, draft, now) => {
    const { planned } = await lookAhead([digest], draft, now, workdaysIn);
    for (const each of planned) await draft.deliveries.put(toDelivery(each));
  };
