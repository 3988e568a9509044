import { settingWords } from '#platform/config/config.ts';
import { roles, type Policy } from '#platform/access/policy.ts';
import { commands } from '../../../bin/commands/table.ts';
import { routes } from '../../../service/app.ts';
import { isForTests, migrations, ownCode } from '../code/own-files.ts';
import { refusalsDeclared } from '../routes/refusals-declared.ts';
import { benchesNamed } from './benches-named.ts';
import { factsRecorded } from './facts-recorded.ts';
import { tablesDescribed } from './tables-made.ts';

/** Everything that can be counted of the service, on one page: docs/reference.md, as it must stand. */
export function referencePage(): string {
  const code = ownCode().filter(({ path }) => path.startsWith('service/') && !isForTests(path));
  const sections = [
    addresses(),
    permissions(),
    facts(factsRecorded(code)),
    refusals(refusalsDeclared(code)),
    settings(),
    tables(tablesDescribed(migrations())),
    commandLine(),
    benches(),
  ];
  return [
    '# Reference',
    '',
    'Made from the code by `npm run generate`; a test keeps it current.',
    '',
    ...sections.map(({ title, rows }) => `- [${title}](#${slug(title)}): ${rows.length}`),
    ...sections.flatMap(sectionLines),
    '',
  ].join('\n');
}

type Section = {
  title: string;
  says: string;
  heads: readonly string[];
  rows: readonly (readonly string[])[];
};

function addresses(): Section {
  return {
    title: 'Addresses',
    says: 'Every page and form, and who may come. Whoever may not meets a page that is not there; a visitor is asked to sign in.',
    heads: ['Method', 'Address', 'Who may come'],
    rows: routes({ demonstration: true }).map(({ method, path, policy }) => [
      method,
      code(path),
      sayPolicy(policy),
    ]),
  };
}

function sayPolicy(policy: Policy): string {
  if (policy === 'everyone') return 'everyone';
  if (policy === 'at-work') return 'whoever works here';
  return policy === 'signed-in' ? 'whoever is signed in' : code(policy.name);
}

function permissions(): Section {
  const known = new Map<string, readonly string[]>();
  for (const { policy } of routes({ demonstration: true }))
    if (typeof policy === 'object') known.set(policy.name, policy.roles);
  return {
    title: 'Permissions',
    says: 'What each role opens. Only `service/platform/access/policy.ts` decides.',
    heads: ['Permission', ...roles],
    rows: [...known]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, open]) => [code(name), ...roles.map((role) => (open.includes(role) ? 'yes' : ''))]),
  };
}

function facts(found: ReturnType<typeof factsRecorded>): Section {
  return {
    title: 'Facts',
    says: 'What is written down when it happens, in the transaction that made it true, and told to whoever listens.',
    heads: ['Fact', 'Recorded by'],
    rows: found.map(({ type, acts }) => [code(type), acts.map(code).join('<br>')]),
  };
}

function refusals(found: ReturnType<typeof refusalsDeclared>): Section {
  const places = new Map<string, { tells: Set<string>; paths: Set<string> }>();
  for (const { reason, path, tells } of found) {
    const room = path.split('/').slice(1, 3).join('/').replace('modules/', '');
    const key = `${room} ${reason}`;
    const entry = places.get(key) ?? { tells: new Set(), paths: new Set() };
    for (const told of tells) entry.tells.add(told);
    entry.paths.add(path);
    places.set(key, entry);
  }
  const rows = [...places].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    title: 'Refusals',
    says: 'Why something is not done: each has words that a person can read.',
    heads: ['Room', 'Reason', 'What it tells', 'Declared in'],
    rows: rows.map(([key, { tells, paths }]) => {
      const [room = '', reason = ''] = key.split(' ');
      return [room, code(reason), [...tells].join(', '), [...paths].map(code).join('<br>')];
    }),
  };
}

function settings(): Section {
  return {
    title: 'Settings',
    says: 'Read once from the environment, at the start. Every wrong one is named.',
    heads: ['Setting', 'What it is for'],
    rows: Object.entries(settingWords).map(([name, words]) => [code(name), words]),
  };
}

function tables(found: ReturnType<typeof tablesDescribed>): Section {
  return {
    title: 'Tables',
    says: 'Each belongs to one part, carries its partnership, and is guarded by row-level security.',
    heads: ['Table', 'Belongs to', 'What stands in it'],
    rows: found.map(({ name, owner, says }) => [code(name), owner, says]),
  };
}

function commandLine(): Section {
  return {
    title: 'Commands',
    says: 'With `npx goldenthread`. More about each in [the guide](guides/command-line.md).',
    heads: ['Command', 'What it does'],
    rows: commands.map(({ name, arguments: args, says }) => [
      code([name, ...args.map((argument) => argument.name)].join(' ')),
      says,
    ]),
  };
}

function benches(): Section {
  return {
    title: 'Benches',
    says: 'With `npm run bench -- NAME`. Each prints its figures and the machine it ran on.',
    heads: ['Bench', 'What it measures'],
    rows: benchesNamed().map(({ name, says }) => [code(name), says]),
  };
}

function sectionLines({ title, says, heads, rows }: Section): string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return ['', `## ${title}`, '', says, '', line(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map(line)];
}

function code(text: string): string {
  return `\`${text}\``;
}

function slug(title: string): string {
  return title.toLowerCase().replaceAll(' ', '-');
}
