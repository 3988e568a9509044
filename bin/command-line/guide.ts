import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { settingWords } from '#platform/config/config.ts';
import { sayArgument, type Command, type Option } from './command.ts';
import { exitWords } from './exit-code.ts';
import { everywhere, type Vocabulary } from './read-words.ts';

const place = new URL('../../docs/guides/command-line.md', import.meta.url);

const opening = `<!-- Generated from the table of commands by \`npm run generate\`; never edited by hand. -->
# The command line

Everything starts with \`npx goldenthread\` in the repository's folder. \`npx goldenthread COMMAND --help\` says of each command what this page says.

Commands work while the service runs. On the embedded database they ask the running service through a local socket beside its data (only the account that started it may); where no service runs they open the database themselves. On a PostgreSQL server they open a connection of their own. What is done here is recorded as done by the command line.

People read words on stdout, and what went wrong on stderr. Long work shows a bar on a terminal, and a line every few seconds elsewhere. With \`--json\` there is one JSON document on stdout and nothing else; a failure is \`{"error": {"code": …, "message": …}}\`.
`;

/** The guide to the command line, made of the same table as the command line itself. */
export function commandLineGuide({ commands }: Vocabulary): string {
  return [
    opening,
    table('Exit codes', ['code', 'what it says'], Object.entries(exitWords)),
    ...commands.map(sayCommand),
    table('Options of every command', ['option', 'what it does'], everywhere.map(sayOption)),
    table(
      'Settings',
      ['in the environment', 'what it is for'],
      Object.entries(settingWords).map(([name, says]) => [`\`${name}\``, says]),
    ),
  ].join('\n');
}

/** Writes the guide where it is not current; answers with what was written. */
export async function writeCommandLineGuide(vocabulary: Vocabulary): Promise<readonly string[]> {
  const text = commandLineGuide(vocabulary);
  if ((await keptGuide()) === text) return [];
  await writeFile(place, text);
  return [fileURLToPath(place)];
}

/** The guide as it stands in the repository. */
export async function keptGuide(): Promise<string | undefined> {
  const text = await readFile(place, 'utf8').catch(() => undefined);
  return text?.replaceAll('\r\n', '\n');
}

function sayCommand({ name, says, more = [], arguments: args, options }: Command): string {
  const words = args.map(sayArgument).join('');
  const optional = options.map((option) => ` [${nameOf(option)}]`).join('');
  const rows = [
    ...args.map((argument): [string, string] => [`\`${argument.name}\``, argument.says]),
    ...options.map(sayOption),
  ];
  return [
    `## ${name}\n`,
    `\`npx goldenthread ${name}${words}${optional}\`: ${says}.\n`,
    ...more.map((paragraph) => `${paragraph}\n`),
    ...(rows.length > 0 ? [tableOf(['word', 'what it is'], rows)] : []),
  ].join('\n');
}

function nameOf({ name, takes }: Option): string {
  return `--${name}${takes === undefined ? '' : ` ${takes}`}`;
}

function sayOption(option: Option): [string, string] {
  return [`\`${nameOf(option)}\``, `${option.says}${option.oneOf ? ` (${option.oneOf.join(', ')})` : ''}`];
}

type Rows = readonly (readonly [string, string])[];

function table(title: string, heads: readonly [string, string], rows: Rows): string {
  return `## ${title}\n\n${tableOf(heads, rows)}`;
}

function tableOf(heads: readonly [string, string], rows: Rows): string {
  return `| ${heads.join(' | ')} |\n|---|---|\n${rows.map((row) => `| ${row.join(' | ')} |\n`).join('')}`;
}
