import { resolve } from 'node:path';
import type { Config } from '#platform/config/config.ts';
import { openControl, type Command, type Control } from '#platform/control/control.ts';
import { controlPath } from '#platform/control/control-path.ts';

/** Where the embedded database keeps its files. */
export function databaseDirectory(config: Config): string {
  return resolve(config.directory, 'database');
}

/**
 * Takes the local socket of the data directory: the lock on it, and the ear for commands.
 * @throws AlreadyOpen where another process has it
 */
export async function takeLock(
  config: Config,
  commands: Readonly<Record<string, Command>> = {},
): Promise<Control> {
  const directory = databaseDirectory(config);
  return openControl({ path: await controlPath(directory), directory, commands });
}
