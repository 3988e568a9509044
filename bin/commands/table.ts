import type { Command, Group } from '../command-line/command.ts';
import { startCommand } from './start.ts';

/** Everything that the command line can do. */
export const commands: readonly Command[] = [startCommand];

export const groups: readonly Group[] = [];
