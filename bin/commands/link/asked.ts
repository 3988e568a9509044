import { basename } from 'node:path';
import type { ToLink } from '#packages/record-linkage';
import { WrongUse, type Call, type Option } from '../../command-line/command.ts';
import { readModel, type GivenModel } from './model-file.ts';

/** How columns are told, where their names do not say it. */
export const columnOptions: readonly Option[] = [
  {
    name: 'model',
    takes: 'FILE',
    says: 'a model, ours or one that Splink saved; proposed from the columns where nothing is said',
  },
  {
    name: 'id',
    takes: 'COLUMN',
    says: 'the column that names each record; found by its name where nothing is said',
  },
  {
    name: 'source',
    takes: 'COLUMN',
    says: 'the column that says which agency a record came from, in a file of several',
  },
  { name: 'leave-out', takes: 'COLUMNS', says: 'columns that are not compared, a comma between them' },
];

export const truthOption: Option = {
  name: 'truth',
  takes: 'COLUMN',
  says: 'a column that says whose each record is: it is not compared, and what comes out is held against it',
};

export const joinOption: Option = {
  name: 'join-at',
  takes: 'PROBABILITY',
  says: 'from which probability pairs are joined; 0.5 where nothing is said',
};

export const threadsOption: Option = {
  name: 'threads',
  takes: 'NUMBER',
  says: 'how many threads score; as many as there are cores where nothing is said',
};

/** What was asked for, and the model where one was given. */
export type AskedFor = { readonly job: ToLink; readonly given: GivenModel | undefined };

/** Reads what a command was told of files and columns. @throws WrongUse, or Refused where a file is not right */
export async function askedFor(call: Call, pairs: 'within' | 'between'): Promise<AskedFor> {
  const path = call.valueOf('model');
  const given = path === undefined ? undefined : await readModel(path);
  const [idColumn, sourceColumn, truth] = [call.valueOf('id'), call.valueOf('source'), call.valueOf('truth')];
  const leaveOut = call
    .valueOf('leave-out')
    ?.split(',')
    .map((name) => name.trim());
  const threads = numberIn(call, 'threads', (value) => Number.isInteger(value) && value >= 1);
  const joinAt = numberIn(call, 'join-at', (value) => value > 0 && value < 1);
  return {
    given,
    job: {
      sources: sourcesOf(call.arguments),
      pairs,
      ...(given && { model: given.model }),
      ...(idColumn !== undefined && { idColumn }),
      ...(sourceColumn !== undefined && { sourceColumn }),
      ...(truth !== undefined && { truth }),
      ...(leaveOut && { leaveOut }),
      ...(threads !== undefined && { threads }),
      ...(joinAt !== undefined && { joinAt }),
    },
  };
}

/** Files with names to tell them apart: their own, or with a number where two are called alike. */
export function sourcesOf(files: readonly string[]): ToLink['sources'] {
  const short = files.map((file) => basename(file).replace(/(\.(csv|tsv|txt|parquet))?(\.gz)?$/iu, ''));
  return files.map((file, at) => {
    const name = short[at] ?? file;
    const isTaken = short.indexOf(name) !== short.lastIndexOf(name);
    return { name: isTaken ? `${name}-${at + 1}` : name, file };
  });
}

function numberIn(call: Call, option: string, isRight: (value: number) => boolean): number | undefined {
  const said = call.valueOf(option);
  if (said === undefined) return undefined;
  const value = Number(said);
  if (Number.isFinite(value) && isRight(value)) return value;
  throw new WrongUse(`--${option} takes a number, not “${said}”. See \`goldenthread link --help\`.`);
}

/** An option that has to be given. @throws WrongUse where it is not */
export function needed(call: Call, option: string, what: string): string {
  const said = call.valueOf(option);
  if (said !== undefined) return said;
  throw new WrongUse(`Say with --${option} ${what}.`);
}
