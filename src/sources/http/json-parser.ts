import { Tokenizer, TokenParser, TokenType } from "@streamparser/json";

export interface JsonParser {
  /** Throws where it is no JSON. */
  readonly write: (text: string) => void;
  /** Throws where it stops in the middle. */
  readonly end: () => void;
}

interface Found {
  /** Where it stands without its last step, `data.tickets`; empty for the whole. */
  readonly within: string;
  /** Its last step: a name, or a place in a list. */
  readonly key: string | number | undefined;
  readonly value: unknown;
}

/** No answer of a desk is as deep; whoever walks through it would fall. */
const mostDeep = 100;

/** Signs and values of one row: a megabyte of empty objects takes fifty when it is held. */
const mostTokens = 100_000;

/** Long texts and numbers are put together piece by piece, not from every single character. */
const buffers = { stringBufferSize: 65_536, numberBufferSize: 64 };

/**
 * Tells of what stands in some places of a JSON text, `$.tickets.*`, and keeps nothing of the rest.
 * Throws a RangeError where it is too deep, or where one row has too much in it.
 */
export function jsonParser(
  paths: readonly string[],
  {
    isLines,
    rowDepth,
    tell,
    tellOfWhole,
  }: {
    readonly isLines: boolean;
    /** How many braces and brackets are open within a row. */
    readonly rowDepth: number;
    readonly tell: (found: Found) => void;
    /** Of each text and truth value of the whole by its name, which may have dots in it. */
    readonly tellOfWhole: (name: string, value: unknown) => void;
  },
): JsonParser {
  const separated = isLines ? { separator: "\n" } : {};
  const tokens = new ExactTokenizer({ ...buffers, ...separated });
  const values = new TokenParser({ paths: [...paths], keepStack: false, ...separated });
  let depth = 0;
  let inRow = 0;
  let before: unknown = null;
  let name: string | null = null;
  tokens.onToken = (token) => {
    depth += steps.get(token.token) ?? 0;
    if (depth > mostDeep) throw new RangeError(`more than ${mostDeep} deep`);
    inRow = depth < rowDepth ? 0 : inRow + 1;
    if (inRow > mostTokens) throw new RangeError(`more than ${mostTokens} signs long`);
    const isNumber = token.token === TokenType.NUMBER;
    const exact = isNumber ? { ...token, token: TokenType.STRING, value: tokens.written } : token;
    if (name !== null && !steps.has(exact.token)) tellOfWhole(name, exact.value);
    name = depth === 1 && exact.token === TokenType.COLON ? String(before) : null;
    before = exact.value;
    values.write(exact);
  };
  values.onValue = ({ key, value, stack }) => {
    const within = stack.slice(1).map((step) => step.key);
    tell({ within: within.join("."), key, value });
  };
  return {
    write: (text) => tokens.write(text),
    end: () => {
      if (!tokens.isEnded) tokens.end();
      if (!values.isEnded) values.end();
    },
  };
}

const steps: ReadonlyMap<TokenType, number> = new Map([
  [TokenType.LEFT_BRACE, 1],
  [TokenType.LEFT_BRACKET, 1],
  [TokenType.RIGHT_BRACE, -1],
  [TokenType.RIGHT_BRACKET, -1],
]);

/** A long id is no number that a computer has: what was written is what comes. */
class ExactTokenizer extends Tokenizer {
  written = "";

  protected override parseNumber(text: string): number {
    this.written = text;
    return 0;
  }
}
