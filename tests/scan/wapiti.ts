import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ran, versionOf, type Finding, type Scan, type Target } from './scanner.ts';

const found = z.record(
  z.string(),
  z.array(z.object({ level: z.number(), info: z.string(), path: z.string() })),
);
const wapitiReport = z.object({
  vulnerabilities: found,
  anomalies: found,
  infos: z.object({ crawled_pages_nbr: z.number().default(0) }),
});

const attacks = 'cookieflags,crlf,csp,csrf,exec,file,http_headers,permanentxss,redirect,sql,ssrf,xss'.split(
  ',',
);

/** Twelve kinds of attack on what a visitor can reach, and on what somebody at work can. */
export async function wapiti(target: Target): Promise<Scan> {
  const half = target.seconds / 2;
  const visitor = await wapitiAs(target, { who: 'visitor', header: [], seconds: half });
  const header = ['-H', `Cookie: ${target.cookie}`];
  const atWork = await wapitiAs(target, { who: 'at work', header, seconds: half });
  return {
    version: await versionOf('wapiti'),
    tried: `${attacks.length} kinds of attack on ${visitor.pages} requests that a visitor can make and ${atWork.pages} of somebody at work, ${secondsOf(half).attack} s for each kind`,
    findings: [...visitor.findings, ...atWork.findings],
    ...(visitor.overTime || atWork.overTime ? { unended: true } : {}),
  };
}

/** A third of the time to walk, the rest for the attacks, each as long. */
function secondsOf(seconds: number): { walk: number; attack: number } {
  return { walk: Math.floor(seconds / 3), attack: Math.floor(seconds / 2 / attacks.length) };
}

type WapitiReader = { who: string; header: readonly string[]; seconds: number };

async function wapitiAs(target: Target, { who, header, seconds }: WapitiReader) {
  const { walk, attack } = secondsOf(seconds);
  const report = join(target.scratch, `wapiti-${who}.json`);
  const limits = `--flush-session --max-links-per-page 40 --max-parameters 12 --max-attack-time ${attack} --max-scan-time ${walk}`;
  const kept = ['-f', 'json', '-o', report, '--no-bugreport', '--store-session', join(target.scratch, who)];
  const where = ['-u', `${target.address}/`, '-x', `${target.address}/sign-out`, '-m', attacks.join(',')];
  // it ends by itself in these limits; what it is asked at their edges takes a little longer
  const { out, overTime } = await ran('wapiti', [...where, ...limits.split(' '), ...kept, ...header], {
    seconds: seconds + 120,
  });
  const text = readReport(report);
  if (text === undefined) throw new Error(`it wrote no report: ${out.slice(-300)}`);
  const { vulnerabilities, anomalies, infos } = wapitiReport.parse(JSON.parse(text));
  const findings = Object.entries({ ...vulnerabilities, ...anomalies }).flatMap(([kind, all]) =>
    all.map(({ level, info, path }): Finding => ({
      severity: severityOf(kind, level),
      says: `${kind} (${who}): ${info} at ${path}`,
    })),
  );
  return { findings, pages: infos.crawled_pages_nbr, overTime };
}

/** Loopback has no TLS, so no cookie can be for TLS alone there; through a front door every one is (server.http.test.tsx). */
function severityOf(kind: string, level: number): Finding['severity'] {
  if (/^Secure Flag/i.test(kind)) return 'note';
  return (['note', 'low', 'medium', 'high', 'high'] as const)[level] ?? 'high';
}

function readReport(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
