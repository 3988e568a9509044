/** For people: the financial year that begins in this year, "2024-25". */
export function sayYear(year: number): string {
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}

/** The year in which a financial year begins, from "2024-25", "2024/25", "2024-2025" or "2024"; undefined where it is none. */
export function yearFrom(text: string): number | undefined {
  const match = /^(\d{4})(?:\s*[-/–]\s*(\d{2}|\d{4}))?$/.exec(text.trim());
  if (!match) return undefined;
  const year = Number(match[1]);
  const end = match[2];
  if (end !== undefined && Number(end) % 100 !== (year + 1) % 100) return undefined;
  if (end?.length === 4 && Number(end) !== year + 1) return undefined;
  return year >= 2000 && year <= 2100 ? year : undefined;
}
