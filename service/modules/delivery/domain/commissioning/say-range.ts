/** A range as it deserves to be read: to two figures of its own width, rounded outwards so that it claims no more. */
export function asDeserved({ low, high }: { low: number; high: number }): { low: number; high: number } {
  const width = high - low;
  const unit = width > 0 ? 10 ** Math.max(0, Math.floor(Math.log10(width)) - 1) : 1;
  // no minus before a nothing
  const whole = (value: number) => value * unit || 0;
  return { low: whole(Math.floor(low / unit)), high: whole(Math.ceil(high / unit)) };
}

/** "between £120,000 and £410,000"; where it may cost more than it brings, it says so. */
export function sayRange(range: { low: number; high: number }): string {
  const { low, high } = asDeserved(range);
  if (low >= 0) return `between ${sayWholePounds(low)} and ${sayWholePounds(high)}`;
  if (high <= 0) return `a loss of between ${sayWholePounds(-high)} and ${sayWholePounds(-low)}`;
  return `anything from a loss of ${sayWholePounds(-low)} to ${sayWholePounds(high)}`;
}

export function sayWholePounds(pounds: number): string {
  return `£${Math.round(pounds).toLocaleString('en-GB')}`;
}
