/** A header by its letters and digits alone: publishers change capitals, spaces and strokes from year to year. */
export function plainHeader(header: string): string {
  return header.toLowerCase().replaceAll(/[^a-z0-9]+/g, '');
}
