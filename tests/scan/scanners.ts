import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { judged } from './judged.ts';
import { sqlmap } from './sqlmap.ts';
import { throughTls } from './through-tls.ts';
import { wapiti } from './wapiti.ts';
import { ran, versionOf, type Finding, type Scan, type Scanner, type Target } from './scanner.ts';

/** Everything that looks at the running program or its text, in the order in which it is run. */
export const scanners: readonly Scanner[] = [
  {
    name: 'sqlmap',
    looksAt: 'service',
    says: 'whether an answer can be made to run SQL',
    program: 'sqlmap',
    run: sqlmap,
  },
  {
    name: 'wapiti',
    looksAt: 'service',
    says: 'scripts in answers, files, commands, headers, redirects',
    program: 'wapiti',
    run: wapiti,
  },
  {
    name: 'schemathesis',
    looksAt: 'service',
    says: 'the open interface against its own description',
    program: 'schemathesis',
    run: schemathesis,
  },
  {
    name: 'semgrep',
    looksAt: 'text',
    says: 'Node rules of njsscan over the program’s text',
    program: 'semgrep',
    run: semgrep,
  },
  {
    name: 'secretlint',
    looksAt: 'text',
    says: 'secrets in the repository',
    program: 'secretlint',
    run: secretlint,
  },
  {
    name: 'sslscan',
    looksAt: 'service',
    says: 'TLS of a front door set up as the operator’s guide says',
    program: 'sslscan',
    run: sslscan,
  },
];

async function schemathesis(target: Target): Promise<Scan> {
  const seconds = Math.min(target.seconds, 240);
  const always = '--checks all --exclude-checks unsupported_method --no-color --generation-deterministic';
  const { out } = await ran(
    'schemathesis',
    ['run', `${target.address}/api/v1/openapi.json`, '--max-time', String(seconds), ...always.split(' ')],
    { seconds: seconds + 60, cwd: target.scratch },
  );
  const cases = /(\d+) generated/.exec(out)?.[1];
  if (cases === undefined) throw new Error(`it came to no end: ${out.slice(-300)}`);
  const failures = [...out.matchAll(/^ *❌ (ST\d+ .+|.*error.*): (\d+)$/gim)];
  return {
    version: await versionOf('schemathesis'),
    tried: `${cases} questions to every operation of the open interface`,
    findings: failures.flatMap(([, says = '', count]) =>
      Array.from({ length: Number(count) }, (): Finding => ({
        severity: /server error/i.test(says) ? 'high' : 'low',
        says,
      })),
    ),
  };
}

const semgrepReport = z.object({
  results: z.array(
    z.object({
      check_id: z.string(),
      path: z.string(),
      start: z.object({ line: z.number() }),
      extra: z.object({ severity: z.string(), message: z.string() }),
    }),
  ),
  paths: z.object({ scanned: z.array(z.string()) }),
});

async function semgrep(target: Target): Promise<Scan> {
  const rules = join(target.scratch, 'rules');
  const files = rulesForTypeScript(rules);
  const report = join(target.scratch, 'semgrep.json');
  const quietly =
    '--json --quiet --metrics=off --disable-version-check --exclude=*.test.ts --exclude=*.test.tsx';
  const { out, overTime } = await ran(
    'semgrep',
    ['scan', '--config', rules, '--output', report, ...quietly.split(' '), 'service', 'packages', 'bin'],
    { seconds: target.seconds, cwd: target.root },
  );
  if (!existsSync(report))
    throw new Error(overTime ? 'its time ran out' : `it wrote no report: ${out.slice(-300)}`);
  const { results, paths } = semgrepReport.parse(JSON.parse(readFileSync(report, 'utf8')));
  const grave: Readonly<Record<string, Finding['severity']>> = { ERROR: 'high', WARNING: 'medium' };
  return {
    version: await versionOf('semgrep'),
    tried: `${paths.scanned.length} files with ${files} files of rules`,
    findings: results.map(({ check_id, path, start, extra }): Finding => {
      const rule = check_id.split('.').at(-1) ?? '';
      const why = judged[`${rule} at ${path}`];
      const says = `${rule} at ${path}:${start.line}`;
      return why === undefined
        ? { severity: grave[extra.severity] ?? 'low', says }
        : { severity: 'note', says: `${says}: looked at, ${why}` };
    }),
  };
}

/** The rules are written for JavaScript; what they look for is written in TypeScript here. */
function rulesForTypeScript(into: string): number {
  mkdirSync(into);
  const from = rulesOfNjsscan();
  const names = readdirSync(from, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  );
  for (const name of names) {
    const text = readFileSync(join(from, name), 'utf8');
    if (!/^rules:/m.test(text)) continue;
    const both = text.replaceAll(/^( *)- javascript$/gm, '$1- javascript\n$1- typescript');
    writeFileSync(join(into, name.replaceAll('/', '-')), both);
  }
  return readdirSync(into).length;
}

function rulesOfNjsscan(): string {
  const folder = process.env['GOLDENTHREAD_SEMGREP_RULES'];
  if (!folder)
    throw new Error('set GOLDENTHREAD_SEMGREP_RULES to the folder of rules that comes with njsscan');
  return folder;
}

async function secretlint(target: Target): Promise<Scan> {
  const settings = join(target.scratch, 'secretlint.json');
  writeFileSync(
    settings,
    JSON.stringify({ rules: [{ id: '@secretlint/secretlint-rule-preset-recommend' }] }),
  );
  const { out: list } = await ran('git', ['ls-files'], { seconds: 60, cwd: target.root });
  const files = list.split('\n').filter((name) => name !== '' && existsSync(join(target.root, name)));
  const report = join(target.scratch, 'secretlint-report.json');
  await ran(
    'secretlint',
    ['--secretlintrc', settings, '--no-glob', '--format', 'json', '--output', report, ...files],
    // one file after the other, and every file there is
    { seconds: 2 * target.seconds, cwd: target.root },
  );
  const read = z
    .array(z.object({ filePath: z.string(), messages: z.array(z.object({ message: z.string() })) }))
    .parse(JSON.parse(readFileSync(report, 'utf8')));
  return {
    version: await versionOf('secretlint'),
    tried: `${files.length} files`,
    findings: read.flatMap(({ filePath, messages }) =>
      messages.map(({ message }): Finding => ({
        severity: 'high',
        says: `${message} in ${filePath.replace(target.root, '')}`,
      })),
    ),
  };
}

async function sslscan(target: Target): Promise<Scan> {
  const door = await throughTls(target);
  try {
    const { out } = await ran('sslscan', ['--no-colour', `127.0.0.1:${door.port}`], { seconds: 120 });
    const weak = [...out.matchAll(/^(SSLv2|SSLv3|TLSv1\.0|TLSv1\.1)\s+enabled/gm)].map(
      ([, which = '']) => which,
    );
    const ciphers = [...out.matchAll(/^(?:Preferred|Accepted)\s+(\S+)\s+(\d+) bits\s+(\S+)/gm)];
    const feeble = ciphers.filter(
      ([, , bits, name = '']) => Number(bits) < 128 || /RC4|DES|NULL|EXP|MD5|CBC/.test(name),
    );
    const heart = /vulnerable to heartbleed/.test(out.replaceAll('not vulnerable', ''));
    return {
      version: await versionOf('sslscan'),
      tried: `${ciphers.length} ciphers that were accepted, of all that it knows; no TLS older than 1.2`,
      findings: [
        ...weak.map((which): Finding => ({ severity: 'high', says: `${which} is spoken` })),
        ...feeble.map(([, , , name]): Finding => ({
          severity: 'medium',
          says: `the cipher ${name} is accepted`,
        })),
        ...(heart ? [{ severity: 'high' as const, says: 'Heartbleed' }] : []),
      ],
    };
  } finally {
    await door.close();
  }
}
