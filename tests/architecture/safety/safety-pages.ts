import {
  controlTable,
  hazardLog,
  promiseRows,
  type Control,
  type Hazard,
  type Pointer,
  type PromiseRow,
} from './safety-tables.ts';

const made = 'a test keeps it current.';

/** docs/security/promises.md: each promise of the trust floor, and the tests that prove it. */
export function promisesPage(): string {
  const rows = promiseRows();
  const done = rows.filter(({ gap, tests }) => gap === undefined && tests.length > 0).length;
  return [
    '# What we promise, and the test behind each promise',
    '',
    `Made from \`promises.yaml\` and the names of the tests by \`npm run generate\`; ${made}`,
    `Each row’s number stands in the names of its tests: \`npm test -- unit\` runs them, \`npm run faults\` runs the long ones at their full size.`,
    '',
    `${rows.length} promises: ${done} proved whole; the others say what is missing or what they wait for.`,
    '',
    '| Row | Promise | Figure to reach | Seen | Where a person sees it | Proved by | Missing, or waits for |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(promiseLine),
    '',
  ].join('\n');
}

function promiseLine({ id, promise, target, seen, where, gap, tests }: PromiseRow): string {
  const files = [...new Set(tests.map(({ file }) => file))];
  const more = files.length > 3 ? ` and ${files.length - 3} more` : '';
  const proof =
    files
      .slice(0, 3)
      .map((file) => `[${nameOf(file)}](../../${file})`)
      .join(', ') + more;
  return line([id, promise, target ?? '', seen ?? '', where ?? '', proof, gap ?? '']);
}

/** docs/security/hazards.md: the hazard log, each hazard with the tests that would fail if its control did. */
export function hazardsPage(): string {
  const log = hazardLog();
  return [
    '# Hazard log',
    '',
    `Made from \`hazards.yaml\` by \`npm run generate\`; ${made} A deploying partnership’s clinical safety officer and data protection officer take it over, add their own, and sign it.`,
    '',
    `${log.length} hazards; ${log.filter(({ waitsFor }) => waitsFor === undefined).length} with their tests, the others with what they wait for.`,
    '',
    ...log.flatMap(hazardPart),
  ].join('\n');
}

function hazardPart(hazard: Hazard): string[] {
  return [
    `## ${hazard.id}. ${hazard.hazard}`,
    '',
    `**Harm.** ${hazard.harm}`,
    '',
    `**How it could come about.** ${hazard.causes.join(' ')}`,
    '',
    `**What stops it.** ${hazard.controls.join(' ')}`,
    '',
    `**Left to people.** ${hazard.leftToPeople}`,
    '',
    ...(hazard.tests.length > 0
      ? ['**Tests.**', '', ...hazard.tests.map((one) => `- ${said(one)}`), '']
      : []),
    ...(hazard.waitsFor ? [`**Waits for.** ${hazard.waitsFor}`, ''] : []),
  ];
}

/** docs/security/asvs.md: every control of levels 1 and 2, with its test or the reason why there is none. */
export function controlsPage(): string {
  const table = controlTable();
  const states = [...Map.groupBy(table, ({ state }) => state)].map(([state, of]) => `${of.length} ${state}`);
  return [
    '# OWASP ASVS 5.0, levels 1 and 2',
    '',
    `Made from \`asvs.yaml\` by \`npm run generate\`; ${made} The numbers are those of the standard (OWASP Application Security Verification Standard 5.0.0, CC BY-SA 4.0, https://github.com/OWASP/ASVS); what each asks is said here in a few words of ours.`,
    '',
    `${table.length} controls: ${states.join(', ')}.`,
    '',
    '| Control | Level | Asks | State | Here | Test, or the reason why there is none |',
    '|---|---|---|---|---|---|',
    ...table.map(controlLine),
    '',
  ].join('\n');
}

function controlLine({ id, level, asks, state, how, tests = [], reason }: Control): string {
  return line([
    id,
    String(level),
    asks,
    state,
    how,
    [...tests.map(said), ...(reason ? [reason] : [])].join('; '),
  ]);
}

function said({ file, says }: Pointer): string {
  return `“${says}” in [${nameOf(file)}](../../${file})`;
}

function nameOf(file: string): string {
  return file.split('/').at(-1) ?? file;
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}
