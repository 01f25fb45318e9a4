import type { ErrorCode } from "yaml";
import type { Fault } from "./fault.ts";

type Saying = Pick<Fault, "expected" | "found" | "hint">;

/** Our own words for each: the library's messages quote the file, and a file may hold a secret. */
const sayings: Partial<Record<ErrorCode, Saying>> = {
  TAB_AS_INDENT: {
    expected: "spaces before the first word of a line",
    found: "a tab",
    hint: "Replace the tab by two spaces for each level.",
  },
  BAD_INDENT: {
    expected: "lines of one level to start in one column, and every bracket closed",
    found: "another column, or an open bracket",
    hint: "Compare the spaces at the start of this line with those of its neighbours.",
  },
  MISSING_CHAR: {
    expected: "a closing quote or bracket, or a colon and a space after a key",
    found: "none",
    hint: "Write `key: value`, and close what is open.",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    expected: "one `key: value` a line",
    found: "two on one line, or a deeper line below a value",
    hint: "Put the value in quotes if it holds a colon.",
  },
  MULTILINE_IMPLICIT_KEY: {
    expected: "a key on one line",
    found: "a key that goes on over lines",
    hint: "Look for a missing colon, or for a line that is indented too far.",
  },
  BAD_SCALAR_START: {
    expected: "a value in quotes",
    found: "a value that begins with @, `, % or another mark YAML keeps for itself",
    hint: "Put the value in quotes.",
  },
  BAD_DQ_ESCAPE: {
    expected: "a known escape after the backslash",
    found: "another",
    hint: "Use single quotes where a backslash is meant as such.",
  },
  MULTIPLE_DOCS: {
    expected: "one document",
    found: "a second one after `---`",
    hint: "Take the line out.",
  },
  TAG_RESOLVE_FAILED: {
    expected: "a value without a tag",
    found: "a tag that begins with !",
    hint: "Put the value in quotes if it begins with an exclamation mark.",
  },
  BAD_ALIAS: {
    expected: "the name of an anchor above",
    found: "another",
    hint: "Put the value in quotes if it begins with * or &.",
  },
  BAD_DIRECTIVE: {
    expected: "a line of YAML 1.2",
    found: "a line that begins with %",
    hint: "Take the line out, or put the value in quotes.",
  },
  KEY_OVER_1024_CHARS: {
    expected: "a key of at most 1,024 characters",
    found: "a longer one",
    hint: "Look for a quote that is never closed.",
  },
  RESOURCE_EXHAUSTION: {
    expected: "values that nest less deeply",
    found: "too many levels",
    hint: "Look for a bracket that is never closed.",
  },
};

const other: Saying = {
  expected: "YAML",
  found: "something that is not",
  hint: "Compare with `goalpost config example`; an editor with a YAML mode shows the place.",
};

export const syntaxFault = (file: string, line: number, code: ErrorCode): Fault => ({
  file,
  line,
  path: "",
  ...(sayings[code] ?? other),
});
