/** A name as SQL reads it, whatever characters it holds: the only way a name enters a statement. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as SQL reads it: the only way a value enters a statement that cannot take bound values. */
export const literal = (text: string): string => {
  // A statement ends at a NUL, quoted or not.
  const pieces = text.split("\0").map((piece) => `'${piece.replaceAll("'", "''")}'`);
  return pieces.length === 1 ? pieces.join("") : `(${pieces.join(" || chr(0) || ")})`;
};
