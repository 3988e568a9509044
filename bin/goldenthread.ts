import { runCommand } from './command-line/run-command.ts';
import { commands, groups } from './commands/table.ts';

process.exitCode = await runCommand(process.argv.slice(2), { commands, groups });
