/** The issue a schema of this room raises: what it wanted, and what to do. */
export const expectation = (expected: string, hint: string | null = null) =>
  ({ code: "custom", message: expected, params: { hint } }) as const;
