import { describe } from "vitest";
import { createQuotas } from "../../src/documents/quotas.ts";
import { quotasContract } from "../contract/quotas.ts";

describe("in memory", () => {
  quotasContract(async () => {
    let now = 0;
    const quotas = createQuotas(() => now);
    return { both: [quotas, quotas], pass: (ms) => void (now += ms) };
  });
});
