import { basename } from 'node:path';
import type { ToLink } from '#packages/record-linkage';
import { WrongUse, type Call } from '../../command-line/command.ts';
import { readModel, type GivenModel } from './model-file.ts';

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
