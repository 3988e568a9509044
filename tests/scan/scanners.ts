import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { throughTls } from './through-tls.ts';
import { ran, versionOf, type Finding, type Scan, type Scanner, type Target } from './scanner.ts';

/** Everything that looks at the running program or its text, in the order in which it is run. */
export const scanners: readonly Scanner[] = [
  { name: 'sqlmap', says: 'whether an answer can be made to run SQL', program: 'sqlmap', run: sqlmap },
  {
    name: 'wapiti',
    says: 'scripts in answers, files, commands, headers, redirects',
    program: 'wapiti',
    run: wapiti,
  },
  {
    name: 'schemathesis',
    says: 'the open interface against its own description',
    program: 'schemathesis',
    run: schemathesis,
  },
  {
    name: 'semgrep',
    says: 'Node rules of njsscan over the program’s text',
    program: 'semgrep',
    run: semgrep,
  },
  { name: 'secretlint', says: 'secrets in the repository', program: 'secretlint', run: secretlint },
  {
    name: 'sslscan',
    says: 'TLS of a front door set up as the operator’s guide says',
    program: 'sslscan',
    run: sslscan,
  },
];

async function sqlmap(target: Target): Promise<Scan> {
  const list = join(target.scratch, 'addresses.txt');
  writeFileSync(list, target.questions.join('\n'));
  const always = [
    '--batch',
    '--level=2',
    '--risk=1',
    '--dbms=PostgreSQL',
    '--disable-coloring',
    '--flush-session',
    `--output-dir=${join(target.scratch, 'sqlmap')}`,
    `--cookie=${target.cookie}`,
    '--skip=cookie,csrf',
    '--technique=BEUS',
  ];
  const asked = await ran('sqlmap', [...always, '-m', list], target);
  const outs = [asked];
  const until = Date.now() + target.seconds * 1000;
  let posted = 0;
  for (const { action, body } of target.forms) {
    const seconds = Math.floor((until - Date.now()) / 1000);
    if (seconds < 5) break;
    outs.push(
      await ran('sqlmap', [...always, '-u', action, `--data=${body}`], { seconds: Math.min(seconds, 60) }),
    );
    posted += 1;
  }
  const found = outs.flatMap(({ out }) =>
    [...out.matchAll(/^Parameter: (.+)$/gm)].map(([, which = '']) => which),
  );
  const tried = [...asked.out.matchAll(/\[\d+\/\d+\] URL:/g)].length;
  return {
    version: await versionOf('sqlmap'),
    tried: `${tried} of ${target.questions.length} addresses that take a question, ${posted} of ${target.forms.length} forms${asked.overTime ? ' (its time ran out)' : ''}`,
    findings: found.map((which) => ({ severity: 'high', says: `SQL can be put into ${which}` })),
  };
}

const wapitiReport = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.array(z.object({ level: z.number(), info: z.string(), path: z.string() })),
  ),
  anomalies: z.record(
    z.string(),
    z.array(z.object({ level: z.number(), info: z.string(), path: z.string() })),
  ),
});

async function wapiti(target: Target): Promise<Scan> {
  const half = Math.floor(target.seconds / 2);
  const visitor = await wapitiAs(target, { who: 'visitor', header: [], seconds: half });
  const atWork = await wapitiAs(target, {
    who: 'at-work',
    header: ['-H', `Cookie: ${target.cookie}`],
    seconds: half,
  });
  return {
    version: await versionOf('wapiti'),
    tried: `twelve kinds of attack on what a visitor and somebody at work can reach, ${half} s each`,
    findings: [...visitor, ...atWork],
  };
}

type WapitiReader = { who: string; header: readonly string[]; seconds: number };

async function wapitiAs(target: Target, { who, header, seconds }: WapitiReader): Promise<Finding[]> {
  const modules = 'cookieflags,crlf,csp,csrf,exec,file,http_headers,permanentxss,redirect,sql,xss,xxe';
  const report = join(target.scratch, `wapiti-${who}.json`);
  const limits = `--flush-session --max-links-per-page 60 --max-attack-time 40 --max-scan-time ${Math.floor(seconds / 2)}`;
  const kept = ['-f', 'json', '-o', report, '--no-bugreport', '--store-session', join(target.scratch, who)];
  const where = ['-u', `${target.address}/`, '-x', `${target.address}/sign-out`, '-m', modules];
  await ran('wapiti', [...where, ...limits.split(' '), ...kept, ...header], { seconds });
  const { vulnerabilities, anomalies } = wapitiReport.parse(JSON.parse(readFileSync(report, 'utf8')));
  return Object.entries({ ...vulnerabilities, ...anomalies }).flatMap(([kind, found]) =>
    found.map(({ level, info, path }) => ({
      severity: (['note', 'low', 'medium', 'high'] as const)[level] ?? 'high',
      says: `${kind} (${who}): ${info} at ${path}`,
    })),
  );
}

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
  await ran(
    'semgrep',
    ['scan', '--config', rules, '--output', report, ...quietly.split(' '), 'service', 'packages', 'bin'],
    { seconds: target.seconds, cwd: target.root },
  );
  const { results, paths } = semgrepReport.parse(JSON.parse(readFileSync(report, 'utf8')));
  const grave: Readonly<Record<string, Finding['severity']>> = { ERROR: 'high', WARNING: 'medium' };
  return {
    version: await versionOf('semgrep'),
    tried: `${paths.scanned.length} files with ${files} files of rules`,
    findings: results.map(({ check_id, path, start, extra }) => ({
      severity: grave[extra.severity] ?? 'low',
      says: `${check_id.split('.').at(-1)} at ${path}:${start.line}`,
    })),
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
    const both = text.replaceAll(/^( *)- javascript$/gm, '$1- javascript\n$1- typescript');
    writeFileSync(join(into, name.replaceAll('/', '-')), both);
  }
  return names.length;
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
  const files = list.split('\n').filter((name) => name !== '');
  const report = join(target.scratch, 'secretlint-report.json');
  await ran(
    'secretlint',
    ['--secretlintrc', settings, '--no-glob', '--format', 'json', '--output', report, ...files],
    {
      seconds: target.seconds,
      cwd: target.root,
    },
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
