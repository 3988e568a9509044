/** A place in a drawing to a tenth of a unit: finer is not seen, and only makes the page longer. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
