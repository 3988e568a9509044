// Plain JavaScript for any Node from 18 on: installs what is missing, once, however many ask for it at the same moment.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ourRoot = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === 'win32';

/** Installs what the lock file names where that has not been done; who comes meanwhile waits for the one who does it. */
export function installWhereMissing(root = ourRoot) {
  if (isInstalled(root)) return;
  // two installs at once take each other's files away
  const busy = join(root, '.cache', 'installing');
  while (!taken(busy)) {
    pause(300);
    if (isInstalled(root) && !existsSync(busy)) return;
  }
  let status = 0;
  try {
    if (!isInstalled(root)) status = install(root);
  } finally {
    rmSync(busy, { recursive: true, force: true });
  }
  if (status !== 0) process.exit(status);
}

function isInstalled(root) {
  const lock = join(root, 'package-lock.json');
  const mark = join(root, 'node_modules', '.package-lock.json');
  return !existsSync(lock) || (existsSync(mark) && statSync(lock).mtimeMs <= statSync(mark).mtimeMs + 1000);
}

function install(root) {
  const folder = join(root, 'node_modules');
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) {
    process.stderr.write(linked(folder));
    return 1;
  }
  process.stderr.write('Installing what is missing (once, about half a minute)…\n');
  const options = { cwd: root, stdio: ['ignore', process.stderr, process.stderr], shell: windows };
  return spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], options).status ?? 1;
}

/** npm empties the folder before it fills it, and would empty the one that a link leads to. */
function linked(folder) {
  return `Nothing was installed: ${folder} is a link to ${readlinkSync(folder)}, and installing here would empty that folder.
Remove the link and run this again, or install in the place that it leads to.
`;
}

/** Making a folder succeeds for one alone. One that a killed process left is taken away first. */
function taken(busy) {
  const holder = join(busy, 'pid');
  try {
    mkdirSync(dirname(busy), { recursive: true });
    mkdirSync(busy);
    writeFileSync(holder, String(process.pid));
    return true;
  } catch (fault) {
    if (fault.code !== 'EEXIST') throw fault;
    if (isGone(holder)) rmSync(busy, { recursive: true, force: true });
    return false;
  }
}

function isGone(holder) {
  let pid;
  try {
    pid = Number(readFileSync(holder, 'utf8'));
  } catch {
    // between making the folder and writing in it
    return false;
  }
  try {
    process.kill(pid, 0);
    return false;
  } catch (fault) {
    return fault.code === 'ESRCH';
  }
}

function pause(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
