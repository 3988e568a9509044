import type { Command, Group } from '../command-line/command.ts';
import { doctorCommand } from './doctor/doctor.ts';
import { migrateCommand } from './migrate.ts';
import { startCommand } from './start.ts';
import { strategyCheckCommand } from './strategy/check.ts';
import { strategyExportCommand } from './strategy/export.ts';
import { strategyImportCommand } from './strategy/import.ts';
import { workerCommand } from './worker.ts';

/** Everything that the command line can do. */
export const commands: readonly Command[] = [
  startCommand,
  doctorCommand,
  strategyCheckCommand,
  strategyImportCommand,
  strategyExportCommand,
  migrateCommand,
  workerCommand,
];

export const groups: readonly Group[] = [
  { name: 'strategy', says: 'Strategies as files: check one, bring one in, write one out.' },
];
