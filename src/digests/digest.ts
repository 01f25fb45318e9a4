/** A digest ready to be drawn. */
export interface ComposedDigest {
  readonly key: string;
}

/** Setting up, previewing and posting digests. */
export interface Digests {
  readonly list: () => Promise<readonly string[]>;
}
