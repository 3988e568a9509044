import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ran, versionOf, type Scan, type Target } from './scanner.ts';
import { spread } from './spread.ts';

/** So many are tried, spread over all that there are: what sqlmap does with one takes some seconds for each field. */
const most = { addresses: 40, forms: 20 };

/** Whether an answer can be made to run SQL: addresses that take a question, and forms, by what can be told from an answer. */
export async function sqlmap(target: Target): Promise<Scan> {
  const addresses = spread(target.questions, most.addresses);
  const list = join(target.scratch, 'addresses.txt');
  writeFileSync(list, addresses.join('\n'));
  const always = [
    '--batch',
    '--level=1',
    '--risk=1',
    '--dbms=PostgreSQL',
    '--disable-coloring',
    '--flush-session',
    `--output-dir=${join(target.scratch, 'sqlmap')}`,
    `--cookie=${target.cookie}`,
    '--skip=cookie,csrf',
    '--technique=BEUS',
  ];
  const asked = await ran('sqlmap', [...always, '-m', list], { seconds: target.seconds * 0.6 });
  const forms = spread(target.forms, most.forms);
  const { outs, posted } = await post(forms, always, target.seconds * 400);
  const found = [asked.out, ...outs].flatMap((out) =>
    [...out.matchAll(/^Parameter: (.+)$/gm)].map(([, which = '']) => which),
  );
  const begun = [...asked.out.matchAll(/\[\d+\/[\d?]+\] URL:/g)].length;
  const ended = asked.overTime ? Math.max(0, begun - 1) : begun;
  const of = `${ended} of ${addresses.length} addresses (of ${target.questions.length} shapes that take a question), ${posted} of ${forms.length} forms (of ${target.forms.length})`;
  return {
    version: await versionOf('sqlmap'),
    tried: `${of}; level 1, risk 1`,
    findings: found.map((which) => ({ severity: 'high', says: `SQL can be put into ${which}` })),
    ...(ended < addresses.length || posted < forms.length ? { unended: true } : {}),
  };
}

/** Fills in one form after another, as long as there is time. */
async function post(
  forms: Target['forms'],
  always: readonly string[],
  milliseconds: number,
): Promise<{ readonly outs: readonly string[]; readonly posted: number }> {
  const until = Date.now() + milliseconds;
  const outs: string[] = [];
  let posted = 0;
  for (const { action, body } of forms) {
    const seconds = Math.min(90, Math.floor((until - Date.now()) / 1000));
    if (seconds < 5) break;
    const { out, overTime } = await ran('sqlmap', [...always, '-u', action, `--data=${body}`], { seconds });
    outs.push(out);
    if (!overTime) posted += 1;
  }
  return { outs, posted };
}
