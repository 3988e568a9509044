import type { Finding, Scan } from './scanner.ts';

/** What came of one scanner: its scan, why it failed, or nothing where it is not installed. */
export type Outcome = { name: string; says: string; scan?: Scan; seconds?: number; failed?: string };

/** When it was, how many pages were walked, and how long one scanner had. */
type About = { day: string; pages: number; seconds: number };

/** The page of figures for docs/security. */
export function reportOf(outcomes: readonly Outcome[], about: About): string {
  return `# What the scanners found

Written by \`npm run scan\` on ${about.day}, against the demonstration on loopback, after a walk of ${about.pages} pages as the partnership manager. Findings are counted as each scanner grades them. What is not installed where the command runs is said, and not tried.

A scanner is given ${about.seconds} seconds and a fixed share of the addresses and forms, so that it comes to its end; how many is said, and where its time ran out that is said too. It looks for what it knows: an empty list means that it found nothing of that here, not that nothing is there. Loopback has no TLS, so that no cookie can be for TLS alone: that is counted as a note, and a test shows that each is behind a front door with TLS (server.http.test.tsx).

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
  return `| ${name} ${scan.version} | ${says} | ${cell(scan.tried)}${scan.unended ? '; **its time ran out**' : ''}; ${seconds ?? 0} s | ${count('high')} | ${count('medium')} | ${count('low')} | ${count('note')} |`;
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
