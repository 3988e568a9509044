import { constants } from 'node:fs';
import { access, mkdir, readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { availableParallelism, freemem } from 'node:os';
import { join } from 'node:path';
import type { Config } from '#platform/config/config.ts';
import { findBrowser, howToGetABrowser } from '../../../tests/browser/find-browser.ts';
import { freeBytes, sayBytes } from '../../command-line/free-space.ts';
import { ownVersion } from '../../command-line/own-version.ts';
import { fine, note, toMend, type Sight } from './sight.ts';

/** The program itself and the runtime it runs on. */
export async function programSights(): Promise<Sight[]> {
  const runtime = `Node ${process.versions.node}, V8 ${process.versions.v8}`;
  const [major = 0] = process.versions.node.split('.').map(Number);
  return [
    fine('Golden Thread', `version ${await ownVersion()}`),
    major >= 24
      ? fine('Runtime', runtime)
      : note('Runtime', runtime, 'It is made for Node 24: npm ci installs that where it can run.'),
    fine(
      'Machine',
      `${process.platform} ${process.arch}, ${availableParallelism()} processors, ${sayBytes(freemem())} of memory free`,
    ),
  ];
}

/** The place where everything is kept, and the room there is. */
export async function placeSights(config: Config): Promise<Sight[]> {
  const { directory } = config;
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await access(directory, constants.W_OK);
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    return [
      toMend(
        'Place',
        `${directory} cannot be written to: ${why}`,
        'Mend its permissions, or choose another in GOLDENTHREAD_DIRECTORY.',
      ),
    ];
  }
  return [fine('Place', directory), sayRoom(await freeBytes(directory))];
}

const millions = 1_000_000;

function sayRoom(free: number): Sight {
  const says = `${sayBytes(free)} free`;
  if (free < 200 * millions) return toMend('Disk', says, 'Make room: a full disk stops every change.');
  return free < 2000 * millions ? note('Disk', says, 'A large import takes up to 1 GB.') : fine('Disk', says);
}

/** Whether the port is free for a start, or taken by the service that should be there. */
export async function portSight(config: Config, isRunning: boolean): Promise<Sight> {
  const { host, port } = config;
  const taken = port !== 0 && (await listens(host, port));
  if (!taken) return fine('Port', `${port} is free`);
  if (isRunning || config.databaseUrl) return fine('Port', `something listens on ${port}`);
  return toMend(
    'Port',
    `another program listens on ${port}`,
    `Stop it, or choose another port: PORT=${port + 1} npm start`,
  );
}

function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const end = (answer: boolean) => (): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}

/** What only trials and tests need. */
export async function aroundSights(config: Config): Promise<Sight[]> {
  const browser = findBrowser();
  const files = await readdir(join(config.publishedData, 'published')).catch(() => []);
  return [
    browser
      ? fine('Browser', browser)
      : note('Browser', 'none found; only tests in a browser need one', howToGetABrowser),
    files.length > 0
      ? fine('Published files', `${files.length} in ${join(config.publishedData, 'published')}`)
      : note(
          'Published files',
          `none in ${config.publishedData}; the invented county needs none`,
          'README.md says what to download from the publishers, and how to bring it in.',
        ),
  ];
}
