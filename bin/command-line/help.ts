import { settingWords } from '#platform/config/config.ts';
import { sayArgument, type Command, type Group, type Option } from './command.ts';
import { exitWords } from './exit-code.ts';
import { everywhere, type Vocabulary } from './read-words.ts';

/** How to use the whole, a group of commands, or one command: made from the table of commands, so it cannot be out of date. */
export function helpFor(of: Command | Group | undefined, vocabulary: Vocabulary): string {
  if (!of) return helpForAll(vocabulary);
  return 'open' in of ? helpForOne(of) : helpForGroup(of, vocabulary);
}

function helpForAll({ commands }: Vocabulary): string {
  return [
    'Golden Thread: the system that a children and young people’s partnership runs its strategy on.',
    'Use: npx goldenthread COMMAND',
    section(
      'Commands',
      commands.map(({ name, arguments: args, says }) => [`${name}${sayArguments(args)}`, says]),
    ),
    section('With every command', everywhere.map(sayOption)),
    section('Settings, from the environment', Object.entries(settingWords)),
    exitSection(),
    'More about one: npx goldenthread COMMAND --help',
  ].join('\n\n');
}

function helpForGroup(group: Group, { commands }: Vocabulary): string {
  const own = commands.filter(({ name }) => name.startsWith(`${group.name} `));
  return [
    group.says,
    section(
      'Commands',
      own.map(({ name, arguments: args, says }) => [`${name}${sayArguments(args)}`, says]),
    ),
    `More about one: npx goldenthread ${group.name} COMMAND --help`,
  ].join('\n\n');
}

function helpForOne(command: Command): string {
  const { name, says, more = [], arguments: args, options } = command;
  const optional = options.map(
    ({ name: option, takes }) => ` [--${option}${takes === undefined ? '' : ` ${takes}`}]`,
  );
  return [
    `${says.charAt(0).toUpperCase()}${says.slice(1)}.`,
    `Use: npx goldenthread ${name}${sayArguments(args)}${optional.join('')}`,
    ...more.map((paragraph) => wrap(paragraph, 0)),
    ...(args.length > 0
      ? [
          section(
            'What it needs',
            args.map((argument) => [argument.name, argument.says]),
          ),
        ]
      : []),
    section('Options', [...options, ...everywhere].map(sayOption)),
    exitSection(),
  ].join('\n\n');
}

function exitSection(): string {
  return section('Exit codes', Object.entries(exitWords));
}

function sayArguments(args: Command['arguments']): string {
  return args.map(sayArgument).join('');
}

function sayOption({ name, takes, says, oneOf }: Option): [string, string] {
  const values = oneOf ? ` (${oneOf.join(', ')})` : '';
  return [`--${name}${takes === undefined ? '' : ` ${takes}`}`, `${says}${values}`];
}

/** Names on the left, what they are on the right. */
function section(title: string, lines: readonly (readonly [string, string])[]): string {
  const width = Math.min(34, Math.max(...lines.map(([left]) => left.length)));
  const rows = lines.map(([left, right]) => {
    const first = left.length > width ? `  ${left}\n${' '.repeat(width + 4)}` : `  ${left.padEnd(width)}  `;
    return `${first}${wrap(right, width + 4)}`;
  });
  return `${title}:\n${rows.join('\n')}`;
}

function wrap(text: string, indent: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > 96 - indent) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
}
