import type { Step } from '../../service/seed.ts';
import type { Config } from '#platform/config/config.ts';
import type { GroundCommand } from '../../service/serve.ts';
import type { ExitCode } from './exit-code.ts';

/** Something that follows a command's name. */
export type Argument = { name: string; says: string; many?: boolean; mayBeLeftOut?: boolean };

/** An argument as --help and the guide show it: " FILE", " FILE…", " [FILE…]". */
export function sayArgument({ name, many, mayBeLeftOut }: Argument): string {
  const words = `${name}${many ? '…' : ''}`;
  return mayBeLeftOut ? ` [${words}]` : ` ${words}`;
}

/** Something that a command may be told beside its arguments. */
export type Option = {
  name: string;
  says: string;
  /** what stands for the value in --help, where it takes one */
  takes?: string;
  /** the only values that it takes */
  oneOf?: readonly string[];
};

/** What a command came to. A person reads `out` (and `note`, on stderr); with --json a machine reads `document` alone. */
export type Answer = { exit: ExitCode; document: unknown; out?: string; note?: string };

/** One use of a command. */
export type Call = {
  arguments: readonly string[];
  /** whether an option without a value was given */
  has(option: string): boolean;
  /** the value of an option; undefined where it was not given */
  valueOf(option: string): string | undefined;
  json: boolean;
  /** the settings. @throws WrongUse naming every one that is wrong */
  settings(): Config;
  tell: (step: Step) => void;
  /** for people, at once, on stdout (with --json on stderr, which machines do not read) */
  say(words: string): void;
  /** with --json the one document, at once, where the command goes on running */
  hand(document: unknown): void;
  commands: readonly Command[];
};

/** One command, as data: parsing, --help and the guide are made of it. */
export type Command = {
  /** one or two words: `strategy check` */
  name: string;
  /** what it does, in a line */
  says: string;
  /** what else is worth knowing, a paragraph each */
  more?: readonly string[];
  arguments: readonly Argument[];
  options: readonly Option[];
  /** loads what does it, only once it is wanted: help should not wait for a database to be learnt */
  open(): Promise<Deed>;
};

/** What does a command's work. */
export type Deed = {
  run(call: Call): Promise<Answer>;
  /** what a running service does for it, where it needs the database */
  inService?: GroundCommand;
};

/** Commands whose names begin with the same word. */
export type Group = { name: string; says: string };

/** A command was asked for in a way that it does not know. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
  readonly code: 'wrong-use' | 'settings-wrong';

  constructor(message: string, code: WrongUse['code'] = 'wrong-use') {
    super(message);
    this.code = code;
  }
}

/** Something stands in the way that a person can mend. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
