import { runCommand } from './command-line/run-command.ts';
import { commands, groups } from './commands/table.ts';

const exit = await runCommand(process.argv.slice(2), { commands, groups });
process.exitCode = exit;
// Everything is closed by now. Should something have been left open by a fault, it must not keep the terminal waiting.
setTimeout(() => process.exit(exit), 2_000).unref();
