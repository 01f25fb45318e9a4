/** A page of sections: how a figure was made, why it moved, what lies behind it. */
export interface Sheet {
  readonly title: string;
  readonly sections: readonly SheetSection[];
}

export interface SheetSection {
  readonly heading: string;
  /** Plain sentences without markup. */
  readonly lines: readonly string[];
  readonly table?: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
  readonly records?: readonly SheetRecord[];
  /** Shown as it stands, to be copied. */
  readonly code?: string;
}

export interface SheetRecord {
  readonly id: string;
  /** Only an address that may be opened: see `webAddress`. */
  readonly url: string | null;
  readonly text: string;
}

/** An address of the web as it may stand in a link; null for anything else a source may hold. */
export function webAddress(text: string | null): string | null {
  if (text === null || text.length > 1_000 || !URL.canParse(text.trim())) return null;
  const { protocol, username, password, href } = new URL(text.trim());
  // A name before the host makes an address look like that of another house.
  if (!["http:", "https:"].includes(protocol) || username !== "" || password !== "") return null;
  return href.replaceAll("|", "%7C").replaceAll("<", "%3C").replaceAll(">", "%3E");
}
