import { join } from 'node:path';
import { z } from 'zod';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';

const port = z.coerce.number().int().min(0).max(65535);
const whole = z.coerce.number().int().positive();

const webAddress = z.url({ protocol: /^https?$/ });
/** Names of machines, a comma between them. */
const hosts = z
  .string()
  .regex(/^[a-z0-9.-]+(:\d{1,5})?( *, *[a-z0-9.-]+(:\d{1,5})?)*$/i, 'name hosts with a comma between them')
  .transform((text) => text.toLowerCase().split(/ *, */));

const settings = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_REPLICA_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  GOLDENTHREAD_DIRECTORY: z.string().min(1).default('.data'),
  GOLDENTHREAD_KEYS: z.string().min(1).optional(),
  GOLDENTHREAD_AUDIT_HEADS: z.string().min(1).optional(),
  GOLDENTHREAD_SIGN_IN: z.string().min(1).optional(),
  GOLDENTHREAD_DATA: z.string().min(1).default('../shared/data'),
  GOLDENTHREAD_PARTNERSHIP: z.string().min(1).default('brackenshire'),
  GOLDENTHREAD_ORIGIN: z.url().optional(),
  GOLDENTHREAD_DEMONSTRATION: z.enum(['on', 'off']).optional(),
  GOLDENTHREAD_REQUESTS_A_MINUTE: whole.default(1200),
  GOLDENTHREAD_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  GOLDENTHREAD_NAMED_STATEMENTS: z.enum(['on', 'off']).default('on'),
  GOLDENTHREAD_SMTP: z.url({ protocol: /^smtps?$/ }).optional(),
  GOLDENTHREAD_POST_FROM: z.email().optional(),
  GOLDENTHREAD_FINGERTIPS: webAddress.optional(),
  GOLDENTHREAD_EES: webAddress.optional(),
  GOLDENTHREAD_FETCH_ALSO: hosts.default([]),
  GOLDENTHREAD_FETCH_PROXY: webAddress.optional(),
});

/** What each setting is for; the reference page and --help are made of this. */
export const settingWords: Readonly<Record<keyof z.infer<typeof settings>, string>> = {
  PORT: 'the port to listen on (0 picks a free one)',
  HOST: 'the address to listen on; anything but loopback switches the demonstration sign-in off unless it is asked for',
  DATABASE_URL: 'a PostgreSQL server (15 or newer); without it the embedded database is used',
  DATABASE_REPLICA_URL:
    'a streaming replica of that server: visitors read public pages from it, and all else stays on DATABASE_URL',
  GOLDENTHREAD_DIRECTORY: 'where the embedded database, uploads and backups are kept',
  GOLDENTHREAD_KEYS:
    'the folder of the keys that the database must not hold, made at the first start; the folder keys in the directory where nothing is said. Keep a copy of it apart from the copies of the database; processes on one database share it',
  GOLDENTHREAD_AUDIT_HEADS:
    'the folder into which the signed ends of the audit are put every day; name one that is kept on another machine. The folder audit-heads in the directory where nothing is said',
  GOLDENTHREAD_SIGN_IN:
    'a YAML file that names the single sign-on of councils, trusts and schools (docs/guides/sign-in.md); without it people sign in with a passkey, or with a letter and a code',
  GOLDENTHREAD_DATA: 'where published files for trials and tests are looked for',
  GOLDENTHREAD_PARTNERSHIP: 'the partnership that this service shows',
  GOLDENTHREAD_ORIGIN:
    'the public https address, where a proxy stands in front; it turns on secure cookies and HSTS',
  GOLDENTHREAD_DEMONSTRATION:
    'whether a visitor may choose who to be; on by default only on loopback with no proxy in front',
  GOLDENTHREAD_REQUESTS_A_MINUTE: 'how many requests one address may make in a minute',
  GOLDENTHREAD_LOG: 'how much is logged: silent, error, warn, info or debug',
  GOLDENTHREAD_NAMED_STATEMENTS: 'off where a connection pooler cannot keep prepared statements',
  GOLDENTHREAD_SMTP:
    'the mail server that letters leave by, smtps://name:password@host; without it a demonstration writes them into the folder post of its directory, and any other service sends none',
  GOLDENTHREAD_POST_FROM: 'the address that letters come from; needed beside GOLDENTHREAD_SMTP',
  GOLDENTHREAD_FINGERTIPS:
    'where the interface of Fingertips is; https://fingertips.phe.org.uk/api where nothing is said',
  GOLDENTHREAD_EES:
    'where the interface of Explore Education Statistics is; https://api.education.gov.uk/statistics/v1 where nothing is said',
  GOLDENTHREAD_FETCH_ALSO:
    'other hosts to which a publisher may send on, a comma between them; a host named in a setting may be in a private network, any other may not',
  GOLDENTHREAD_FETCH_PROXY:
    'the proxy that the network demands for going out to publishers, http://name:port; none where nothing is said',
};

export type Config = {
  port: number;
  host: string;
  databaseUrl: string | undefined;
  /** a copy of it that follows; undefined where there is none */
  replicaUrl: string | undefined;
  directory: string;
  /** where the keys are that the database must not hold */
  keysFolder: string;
  /** where the signed ends of the audit go; undefined where nobody named a folder */
  auditHeads: string | undefined;
  /** the file that names single sign-on; undefined where nobody uses it */
  signInFile: string | undefined;
  publishedData: string;
  partnership: string;
  origin: string | undefined;
  demonstration: boolean;
  requestsAMinute: number;
  log: z.infer<typeof settings>['GOLDENTHREAD_LOG'];
  namedStatements: boolean;
  /** the mail server; undefined where none is named */
  smtp: string | undefined;
  postFrom: string | undefined;
  /** the addresses of publishers' interfaces, where somebody names others than the public ones */
  fingertips: string | undefined;
  ees: string | undefined;
  fetchAlso: readonly string[];
  /** what the network demands for going out; undefined where nothing does */
  fetchProxy: string | undefined;
};

export type SettingsWrong = { reason: 'settings-wrong'; problems: readonly string[] };

/** Reads the settings once, at the start, from the environment given; every problem is named, not only the first. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Outcome<Config, SettingsWrong> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = settings.safeParse(given);
  if (!read.success) {
    const problems = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    return refuse({ reason: 'settings-wrong', problems });
  }
  const found = read.data;
  if (found.DATABASE_REPLICA_URL && !found.DATABASE_URL) {
    const problem = 'DATABASE_REPLICA_URL: name the server that it follows in DATABASE_URL';
    return refuse({ reason: 'settings-wrong', problems: [problem] });
  }
  if (found.GOLDENTHREAD_SMTP && !found.GOLDENTHREAD_POST_FROM)
    return refuse({ reason: 'settings-wrong', problems: [nobodyWrites] });
  return done({
    port: found.PORT,
    host: found.HOST,
    databaseUrl: found.DATABASE_URL,
    replicaUrl: found.DATABASE_REPLICA_URL,
    directory: found.GOLDENTHREAD_DIRECTORY,
    keysFolder: found.GOLDENTHREAD_KEYS ?? join(found.GOLDENTHREAD_DIRECTORY, 'keys'),
    auditHeads: found.GOLDENTHREAD_AUDIT_HEADS,
    signInFile: found.GOLDENTHREAD_SIGN_IN,
    publishedData: found.GOLDENTHREAD_DATA,
    partnership: found.GOLDENTHREAD_PARTNERSHIP,
    origin: found.GOLDENTHREAD_ORIGIN,
    demonstration: isDemonstration(found),
    requestsAMinute: found.GOLDENTHREAD_REQUESTS_A_MINUTE,
    log: found.GOLDENTHREAD_LOG,
    namedStatements: found.GOLDENTHREAD_NAMED_STATEMENTS === 'on',
    smtp: found.GOLDENTHREAD_SMTP,
    postFrom: found.GOLDENTHREAD_POST_FROM,
    fingertips: found.GOLDENTHREAD_FINGERTIPS,
    ees: found.GOLDENTHREAD_EES,
    fetchAlso: found.GOLDENTHREAD_FETCH_ALSO,
    fetchProxy: found.GOLDENTHREAD_FETCH_PROXY,
  });
}

const nobodyWrites = 'GOLDENTHREAD_POST_FROM: name the address that letters come from';

function isDemonstration(found: z.output<typeof settings>): boolean {
  if (found.GOLDENTHREAD_DEMONSTRATION) return found.GOLDENTHREAD_DEMONSTRATION === 'on';
  return isLoopback(found.HOST) && found.GOLDENTHREAD_ORIGIN === undefined;
}

/** Whether only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
