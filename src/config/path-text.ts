/** `sources[0].records.calls.id`; a key that is not a plain word is quoted. */
export function pathText(path: readonly PropertyKey[]): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (/^[\p{L}\p{N}_-]+$/u.test(String(step))) {
      text += text === "" ? String(step) : `.${String(step)}`;
    } else text += `[${JSON.stringify(String(step))}]`;
  }
  return text;
}
