/** `g13` after `g12`: short enough to type, never given twice while the older ones are kept. */
export function nextId(prefix: string, taken: readonly { readonly id: string }[]): string {
  const numbers = taken
    .map(({ id }) => (id.startsWith(prefix) ? Number(id.slice(prefix.length)) : 0))
    .filter(Number.isInteger);
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}
