/** A moment as HTTP writes it; null of anything else, which Date would guess at. */
export function httpDate(text: string | null): Date | null {
  const at = new Date(text ?? Number.NaN);
  return !Number.isNaN(at.getTime()) && at.toUTCString() === text ? at : null;
}
