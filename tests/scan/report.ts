import type { Finding, Scan } from './scanner.ts';

/** What came of one scanner: its scan, why it failed, or nothing where it is not installed. */
export type Outcome = { name: string; says: string; scan?: Scan; seconds?: number; failed?: string };

/** The page of figures for docs/security. */
export function reportOf(outcomes: readonly Outcome[], about: { day: string; pages: number }): string {
  return `# What the scanners found

Written by \`npm run scan\` on ${about.day}, against the demonstration on loopback, after a walk of ${about.pages} pages as the partnership manager. Findings are counted as each scanner grades them. What is not installed where the command runs is said, and not tried.

| Scanner | Looks for | Tried | High | Medium | Low | Note |
|---|---|---|---|---|---|---|
${outcomes.map(row).join('\n')}

${outcomes.flatMap(detail).join('\n\n')}
`;
}

function row({ name, says, scan, failed, seconds }: Outcome): string {
  if (!scan)
    return `| ${name} | ${says} | ${failed ? `could not be run: ${cell(failed)}` : 'not installed'} | | | | |`;
  const count = (severity: Finding['severity']) =>
    scan.findings.filter((one) => one.severity === severity).length;
  return `| ${name} ${scan.version} | ${says} | ${cell(scan.tried)}, ${seconds ?? 0} s | ${count('high')} | ${count('medium')} | ${count('low')} | ${count('note')} |`;
}

function detail({ name, scan }: Outcome): string[] {
  if (!scan || scan.findings.length === 0) return [];
  const counted = Map.groupBy(scan.findings, ({ severity, says }) => `${severity}: ${says}`);
  const lines = [...counted].map(
    ([says, alike]) => `- ${cell(says)}${alike.length > 1 ? ` (${alike.length} times)` : ''}`,
  );
  return [`## ${name}\n\n${lines.join('\n')}`];
}

function cell(text: string): string {
  return text.replaceAll('\n', ' ').replaceAll('|', '\\|').slice(0, 300);
}
