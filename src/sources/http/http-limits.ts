const second = 1000;
const megabyte = 1_048_576;

/** How much of somebody else's answers is taken before they are refused; times in milliseconds. */
export interface HttpLimits {
  /** Of one answer, as it comes over the wire and unpacked. */
  readonly wireBytes: number;
  readonly unpackedBytes: number;
  /** How many times larger an answer may become when it is unpacked. */
  readonly ratio: number;
  readonly answerMs: number;
  /** How long nothing may come. */
  readonly silentMs: number;
  /** Of one record, and of what stands between two of them. */
  readonly recordBytes: number;
  readonly besideBytes: number;
  /** Of a pull. */
  readonly rows: number;
  readonly pages: number;
  readonly pullBytes: number;
  readonly pullMs: number;
  /** The same page so many times in a row goes nowhere. */
  readonly equalPages: number;
  /** How long to wait before an address is asked again; one that names a time itself is waited for up to `patienceMs`. */
  readonly waitsMs: readonly number[];
  readonly patienceMs: number;
}

export const httpLimits: HttpLimits = {
  wireBytes: 50 * megabyte,
  unpackedBytes: 200 * megabyte,
  ratio: 100,
  answerMs: 60 * second,
  silentMs: 15 * second,
  recordBytes: megabyte,
  besideBytes: 20 * megabyte,
  rows: 5_000_000,
  pages: 10_000,
  pullBytes: 2048 * megabyte,
  pullMs: 3600 * second,
  equalPages: 3,
  waitsMs: [second, 4 * second, 15 * second],
  patienceMs: 120 * second,
};
