import { parseArgs } from 'node:util';
import { closest } from './closest.ts';
import { WrongUse, type Command, type Group, type Option } from './command.ts';

/** What somebody typed, understood. */
export type Read =
  | { kind: 'help'; of: Command | Group | undefined; json: boolean }
  | { kind: 'version'; json: boolean }
  | { kind: 'run'; command: Command; arguments: readonly string[]; options: Options; json: boolean };

export type Options = ReadonlyMap<string, string | true>;

export type Vocabulary = { commands: readonly Command[]; groups: readonly Group[] };

/** Options that every command knows. */
export const everywhere: readonly Option[] = [
  { name: 'help', says: 'say how to use it' },
  { name: 'json', says: 'answer with one JSON document on stdout, and nothing else there' },
];

/** Reads what was typed. @throws WrongUse with what may have been meant */
export function readWords(words: readonly string[], vocabulary: Vocabulary): Read {
  const json = words.includes('--json');
  const [first, ...rest] = words.filter((word) => word !== '--json');
  if (first === undefined || first === '--help' || first === '-h')
    return { kind: 'help', of: undefined, json };
  if (first === '--version' || first === '-v') return { kind: 'version', json };
  if (first === 'help')
    return { kind: 'help', of: rest.length > 0 ? find(rest, vocabulary).found : undefined, json };
  const { found, left } = find([first, ...rest], vocabulary);
  if (left.some((word) => word === '--help' || word === '-h')) return { kind: 'help', of: found, json };
  if (!('open' in found)) return unfinished(found, left[0], vocabulary);
  return { kind: 'run', command: found, ...readRest(found, left), json };
}

type Found = { found: Command | Group; left: readonly string[] };

function find([first = '', ...rest]: readonly string[], { commands, groups }: Vocabulary): Found {
  const [second] = rest;
  const command = commands.find(({ name }) => name === first);
  if (command) return { found: command, left: rest };
  const ofTwo = commands.find(({ name }) => name === `${first} ${second}`);
  if (ofTwo) return { found: ofTwo, left: rest.slice(1) };
  const group = groups.find(({ name }) => name === first);
  if (group) return { found: group, left: rest };
  const heads = new Set([
    ...groups.map(({ name }) => name),
    ...commands.flatMap(({ name }) => [name, name.split(' ').at(-1) ?? '']),
  ]);
  const meant = closest(first, [...heads]);
  const whole = commands.find(({ name }) => name.split(' ').at(-1) === meant)?.name ?? meant;
  throw new WrongUse(
    `There is no command “${first}”.${didYouMean(whole)} \`goldenthread --help\` names them all.`,
  );
}

function unfinished(group: Group, next: string | undefined, { commands }: Vocabulary): never {
  const ofGroup = commands.filter(({ name }) => name.startsWith(`${group.name} `)).map(({ name }) => name);
  const list = ofGroup.map((name) => `\`goldenthread ${name}\``).join(', ');
  if (next === undefined) throw new WrongUse(`“${group.name}” needs one word more: ${list}.`);
  const meant = closest(`${group.name} ${next}`, ofGroup);
  throw new WrongUse(`There is no command “${group.name} ${next}”.${didYouMean(meant)} There are ${list}.`);
}

function readRest(command: Command, words: readonly string[]) {
  const known = [...command.options, ...everywhere];
  const config = Object.fromEntries(
    known.map(({ name, takes }) => [
      name,
      { type: takes === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...words],
    options: config,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given: string[] = [];
  const options = new Map<string, string | true>();
  for (const token of tokens) {
    if (token.kind === 'positional') given.push(token.value);
    if (token.kind === 'option') options.set(token.name, optionValue(command, known, token));
  }
  checkCount(command, given);
  return { arguments: given, options };
}

type OptionToken = {
  name: string;
  rawName: string;
  value: string | undefined;
  inlineValue: boolean | undefined;
};

function optionValue(command: Command, known: readonly Option[], token: OptionToken): string | true {
  const option = known.find(({ name }) => name === token.name && token.rawName === `--${name}`);
  if (!option) {
    const meant = closest(
      token.rawName,
      known.map(({ name }) => `--${name}`),
    );
    throw new WrongUse(
      `\`${command.name}\` has no option ${token.rawName}.${didYouMean(meant)}${seeHelp(command)}`,
    );
  }
  if (option.takes === undefined) {
    if (token.value === undefined) return true;
    throw new WrongUse(`--${option.name} takes no value.${seeHelp(command)}`);
  }
  const { value } = token;
  if (value === undefined || value === '' || (looksLikeOption(value) && !token.inlineValue))
    throw new WrongUse(
      `--${option.name} needs a value: --${option.name} ${option.takes}.${seeHelp(command)}`,
    );
  if (option.oneOf && !option.oneOf.includes(value))
    throw new WrongUse(
      `--${option.name} is one of ${option.oneOf.join(', ')}, not “${value}”.${didYouMean(closest(value, option.oneOf))}`,
    );
  return value;
}

function checkCount(command: Command, given: readonly string[]): void {
  const missing = command.arguments[given.length];
  if (missing && !missing.mayBeLeftOut)
    throw new WrongUse(`\`${command.name}\` needs ${missing.name}: ${missing.says}.${seeHelp(command)}`);
  const extra = given[command.arguments.length];
  if (extra !== undefined && !command.arguments.at(-1)?.many)
    throw new WrongUse(`\`${command.name}\` does not know what to do with “${extra}”.${seeHelp(command)}`);
}

function didYouMean(meant: string | undefined): string {
  return meant === undefined ? '' : ` Did you mean “${meant}”?`;
}

function seeHelp({ name }: Command): string {
  return ` See \`goldenthread ${name} --help\`.`;
}

/** A dash alone stands for what is piped in, and one before a digit makes a number negative. */
function looksLikeOption(value: string): boolean {
  return /^-(?!$|[\d.])/.test(value);
}
