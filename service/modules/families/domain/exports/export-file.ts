/** One line of a file of records: something of one child, in whose words and from where. */
export type ExportLine = {
  record: string;
  born: string;
  part: string;
  words: string;
  whose: string;
  source: string;
  said: string;
  against: string;
};

const columns = ['record', 'born', 'part', 'words', 'whose', 'source', 'said', 'against'] as const;

const heads: Readonly<Record<(typeof columns)[number], string>> = {
  record: 'Who',
  born: 'Born',
  part: 'Part of the record',
  words: 'What was said',
  whose: 'Whose words',
  source: 'Where from',
  said: 'Said on',
  against: 'What somebody says against it',
};

/** How a formula begins, in full-width signs too, also behind what cannot be seen. */
const likeAFormula = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r]/u;

/** The lines as a spreadsheet reads them (RFC 4180, with a byte order mark): no cell of it is run as a formula. */
export function linesAsCsv(lines: readonly ExportLine[]): string {
  const rows = lines.map((line) => columns.map((column) => line[column]));
  const all = [columns.map((column) => heads[column]), ...rows];
  return `\uFEFF${all.map((cells) => `${cells.map(safeCell).join(',')}\r\n`).join('')}`;
}

function safeCell(value: string): string {
  const words = likeAFormula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(words) || words !== value ? `"${words.replaceAll('"', '""')}"` : words;
}

/** What a file says of itself, before its lines. */
export type ExportFrame = {
  about: string;
  purpose: string;
  reason: string;
  askedBy: string;
  approvedBy: string;
  takenAt: string;
  records: number;
};

/** The same lines for a machine, with what the file is and who let it out. */
export function linesAsJson(frame: ExportFrame, lines: readonly ExportLine[]): string {
  return `${JSON.stringify({ ...frame, lines }, undefined, 2)}\n`;
}
