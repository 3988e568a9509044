import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';

const word = z.string().min(1);

const provider = z
  .strictObject({
    key: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, 'use small letters, figures and hyphens: it stands in addresses'),
    name: word,
    issuer: z.url({ protocol: /^https?$/ }),
    client: word,
    'secret-file': word.optional(),
    'private-key-file': word.optional(),
    'key-id': word.optional(),
    scopes: z.array(word).default(['openid']),
    subject: z.array(word).min(1).default(['sub']),
    tenants: z.strictObject({ claim: word, of: z.array(word).min(1) }).optional(),
    'must-say': z.record(word, word).default({}),
    'ask-for': z.record(word, word).default({}),
    'confirms-identity': z.boolean().default(false),
    'says-when': z.boolean().default(true),
    'sign-out-there': z.enum(['no', 'yes', 'with-token']).default('yes'),
    'signed-with': z.enum(['RS256', 'ES256', 'PS256', 'EdDSA']).default('RS256'),
  })
  .refine((one) => (one['secret-file'] === undefined) !== (one['private-key-file'] === undefined), {
    message: 'name one of secret-file and private-key-file',
  });

const file = z
  .strictObject({ providers: z.array(provider).max(40) })
  .refine(({ providers }) => new Set(providers.map(({ key }) => key)).size === providers.length, {
    message: 'two providers have the same key',
  });

/** What proves to a provider that it is we who ask. */
export type ClientProof =
  | { kind: 'secret'; secret: string }
  | { kind: 'key'; pem: string; keyId: string | undefined };

/** One single sign-on: a council's, a trust's, a school's, or the country's. */
export type Provider = {
  /** stands in addresses, and beside the identities that came by it */
  key: string;
  /** what people read on the button */
  name: string;
  issuer: string;
  client: string;
  proof: ClientProof;
  scopes: readonly string[];
  /** the claims that together name one person there for good; never an e-mail address */
  subject: readonly string[];
  /** who may come, where the provider serves more than one body */
  tenants: { claim: string; of: readonly string[] } | undefined;
  /** claims that have to be there with these values, as in `amr: mfa` */
  mustSay: Readonly<Record<string, string>>;
  /** what is sent along when somebody is sent there, as in `vtr` */
  askFor: Readonly<Record<string, string>>;
  /** whether it has looked at papers, and not only at a password */
  confirmsIdentity: boolean;
  /** whether it says when a person last signed in there (auth_time), which proving anew leans on */
  saysWhen: boolean;
  signOutThere: 'no' | 'yes' | 'with-token';
  signedWith: string;
};

export type ProvidersWrong = { reason: 'providers-wrong'; problems: readonly string[] };

/** No person stays the same under these: they are given anew, shared, or changed at a wedding. */
const namesNobody = ['email', 'upn', 'preferred_username', 'unique_name', 'name', 'phone_number'];

/** Reads the file that names single sign-on, and the secrets beside it. Every problem is named, and no secret ever is. */
export async function readProviders(path: string): Promise<Outcome<readonly Provider[], ProvidersWrong>> {
  const wrong = (problems: readonly string[]) => refuse({ reason: 'providers-wrong', problems });
  let read: ReturnType<typeof file.safeParse>;
  try {
    read = file.safeParse(parse(await readFile(path, 'utf8')));
  } catch {
    return wrong([`${path} cannot be read as YAML`]);
  }
  if (!read.success)
    return wrong(read.error.issues.map((issue) => `${path}: ${issue.path.join('.')}: ${issue.message}`));
  const problems = read.data.providers.flatMap((one) =>
    problemsOf(one).map((words) => `${path}: ${one.key}: ${words}`),
  );
  if (problems.length > 0) return wrong(problems);
  try {
    const folder = dirname(resolve(path));
    return done(await Promise.all(read.data.providers.map((one) => providerFrom(one, folder))));
  } catch {
    return wrong([`${path}: a secret-file or private-key-file that it names cannot be read`]);
  }
}

type Written = z.output<typeof provider>;

function problemsOf(one: Written): string[] {
  const named = one.subject.find((claim) => namesNobody.includes(claim));
  const { protocol, hostname } = new URL(one.issuer);
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return [
    ...(named === undefined ? [] : [`${named} does not name one person for good: use sub, or tid with oid`]),
    ...(one.scopes.includes('openid') ? [] : ['scopes must name openid']),
    ...(protocol === 'http:' && !here ? ['the issuer must be reached by https'] : []),
  ];
}

async function providerFrom(one: Written, folder: string): Promise<Provider> {
  const fromFile = async (name: string) => (await readFile(resolve(folder, name), 'utf8')).trim();
  const proof: ClientProof =
    one['private-key-file'] === undefined
      ? { kind: 'secret', secret: await fromFile(one['secret-file'] ?? '') }
      : { kind: 'key', pem: await fromFile(one['private-key-file']), keyId: one['key-id'] };
  return {
    key: one.key,
    name: one.name,
    issuer: one.issuer,
    client: one.client,
    proof,
    scopes: one.scopes,
    subject: one.subject,
    tenants: one.tenants,
    mustSay: one['must-say'],
    askFor: one['ask-for'],
    confirmsIdentity: one['confirms-identity'],
    saysWhen: one['says-when'],
    signOutThere: one['sign-out-there'],
    signedWith: one['signed-with'],
  };
}
