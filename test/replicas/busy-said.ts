type Work = "change" | "pull" | "ask";

/** What a busy process of a test says, a line each. */
export type BusySaid =
  | {
      readonly kind: "done";
      readonly what: Work;
      readonly nth: number;
      /** Real milliseconds. */
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: "told";
      readonly what: Work;
      readonly nth: number;
      readonly code: string;
    }
  | {
      readonly kind: "seen";
      /** The last pull of its own that was over before it asked. */
      readonly known: number;
      readonly rows: number;
      readonly lowest: number;
      readonly highest: number;
    };
