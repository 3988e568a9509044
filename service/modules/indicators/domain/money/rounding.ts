/**
 * The step in pounds to which a range is shown: two significant figures of its width (£412,960 wide, to the nearest
 * £10,000), because further figures say more than anybody knows. A range narrower than £100 is shown to the pound.
 */
export function stepOf({ low, high }: { low: number; high: number }): number {
  const width = Math.abs(high - low);
  return width < 100 ? 1 : 10 ** (Math.floor(Math.log10(width)) - 1);
}

/** To the nearest step, halves away from nothing. */
export function toStep(amount: number, step: number): number {
  return Math.sign(amount) * Math.round(Math.abs(amount) / step) * step || 0;
}
