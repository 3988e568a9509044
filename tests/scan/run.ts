// Sets the scanners that are installed upon the program, on this machine only: `npm run scan [-- NAME…] [--seconds N]`.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { JSDOM } from 'jsdom';
import { commandLine } from '../browser/ready-directory.ts';
import { reportOf, type Outcome } from './report.ts';
import { installed, type Target } from './scanner.ts';
import { scanners } from './scanners.ts';
import { whatItTakesIn } from './what-it-takes-in.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const report = join(root, 'docs', 'security', 'scans.md');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '600' }, print: { type: 'boolean', default: false } },
});
const wanted = scanners.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const scratch = mkdtempSync(join(tmpdir(), 'goldenthread-scan-'));
const service = await started(join(scratch, 'data'));
try {
  const { address } = service;
  const cookie = await signedIn(address);
  const { questions, forms, pages } = await whatItTakesIn(address, cookie, 250);
  const target: Target = {
    address,
    cookie,
    questions,
    forms,
    root,
    scratch,
    seconds: Number(values.seconds),
  };
  say(`${pages} pages walked: ${questions.length} addresses that take a question, ${forms.length} forms`);
  const outcomes = await inTwoLanes(target);
  const day = new Date().toISOString().slice(0, 10);
  const text = reportOf(outcomes, { day, pages, seconds: target.seconds });
  if (values.print || positionals.length > 0) process.stdout.write(text);
  else writeFileSync(report, text);
  const open = outcomes
    .flatMap(({ scan }) => scan?.findings ?? [])
    .filter(({ severity }) => /high|medium/.test(severity));
  process.exitCode = open.length > 0 || outcomes.some(({ failed }) => failed !== undefined) ? 1 : 0;
} finally {
  service.stop();
  rmSync(scratch, { recursive: true, force: true });
}

/** What looks at the program's text goes on beside what asks the service; each kind one after the other. */
async function inTwoLanes(target: Target): Promise<Outcome[]> {
  const done = new Map<string, Outcome>();
  const lane = async (looksAt: 'service' | 'text') => {
    for (const scanner of wanted.filter((one) => one.looksAt === looksAt))
      // each comes in anew: a form that one of them sent may have signed everybody out
      done.set(scanner.name, await outcomeOf(scanner, { ...target, cookie: await signedIn(target.address) }));
  };
  await Promise.all([lane('service'), lane('text')]);
  return wanted.flatMap(({ name }) => done.get(name) ?? []);
}

async function outcomeOf(scanner: (typeof scanners)[number], target: Target): Promise<Outcome> {
  const { name, says, program } = scanner;
  if (!installed(program)) {
    say(`${name}: not installed`);
    return { name, says };
  }
  const began = Date.now();
  try {
    const scan = await scanner.run(target);
    say(`${name} ${scan.version}: ${scan.tried}; ${scan.findings.length} findings`);
    for (const { severity, says: what } of scan.findings) say(`  ${severity}: ${what}`);
    return { name, says, scan, seconds: Math.round((Date.now() - began) / 1000) };
  } catch (fault) {
    // where this machine keeps its folders is nobody's business
    const failed = String(fault instanceof Error ? fault.message : fault).replaceAll(
      target.scratch,
      'its own folder',
    );
    say(`${name}: could not be run: ${failed.slice(0, 400)}`);
    return { name, says, failed };
  }
}

/** The demonstration, in a directory of its own, on a free port of loopback. */
function started(directory: string): Promise<{ address: string; stop(): void }> {
  const child = spawn(process.execPath, commandLine('start'), {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      GOLDENTHREAD_DIRECTORY: directory,
      GOLDENTHREAD_LOG: 'error',
      GOLDENTHREAD_REQUESTS_A_MINUTE: '1000000',
      DATABASE_URL: '',
    },
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /Golden Thread is at (http\S+)/.exec(said)?.[1];
      if (address)
        resolve({
          address: address.replace('localhost', '127.0.0.1'),
          stop: () => void child.kill('SIGTERM'),
        });
    });
    child.once('exit', (code) => reject(new Error(`the service ended (${code})`)));
  });
}

/** The partnership manager comes in, as in the demonstration. */
async function signedIn(address: string): Promise<string> {
  const page = await fetch(`${address}/sign-in`);
  const first = cookiesOf(page);
  const { document } = new JSDOM(await page.text()).window;
  const button = [...document.querySelectorAll('button')].find(({ textContent }) =>
    textContent.includes('Priya'),
  );
  const form = button?.closest('form');
  const fields = [...(form?.querySelectorAll('input') ?? [])].map(({ name, value }): [string, string] => [
    name,
    value,
  ]);
  const sent = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: first, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
  if (sent.status !== 303) throw new Error(`nobody could sign in (${sent.status})`);
  return cookiesOf(sent) || first;
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ');
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
