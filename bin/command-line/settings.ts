import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig, type Config } from '#platform/config/config.ts';
import { WrongUse } from './command.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The settings, once. What was named is meant from the folder that the command was typed in; what was not named lies in
 * the program's own folder, so that every command finds the same database wherever it is typed.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = readConfig(environment);
  if (!read.done) {
    const problems = read.refusal.problems.map((problem) => `  ${problem}`);
    throw new WrongUse(
      `These settings cannot be used:\n${problems.join('\n')}\nMend them, or leave them out to use what is usual.`,
      'settings-wrong',
    );
  }
  const from = (name: string): string => (environment[name] ? process.cwd() : root);
  return {
    ...read.value,
    directory: resolve(from('GOLDENTHREAD_DIRECTORY'), read.value.directory),
    publishedData: resolve(from('GOLDENTHREAD_DATA'), read.value.publishedData),
  };
}
