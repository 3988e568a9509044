// Verifies an export of the audit against the heads that were signed and kept elsewhere. One file that needs nothing but
// Node (24.2 or newer), and no part of the service: copy it to any machine and run
//
//   node verify-audit.ts [--heads FOLDER] [--key PUBLIC-KEY.pem] EXPORT.ndjson[.gz] ...
//
// docs/guides/audit.md describes both formats. It ends with 0 where all is as it was written, with 1 where it is not.
import { createHash, createPublicKey, hash as hashOf, verify, type KeyObject } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';

/** The values of an entry that are sealed, in their order; `hash` follows them in an export. */
export const sealedFields = [
  'partnership',
  'chain',
  'sequence',
  'number',
  'id',
  'at',
  'actor',
  'person',
  'service',
  'roles',
  'relationship',
  'purpose',
  'act',
  'way',
  'subjectKind',
  'subjectId',
  'partKind',
  'partId',
  'correlation',
  'digests',
  'previous',
] as const;

/** Where a chain ended when its head was signed. */
export type Head = {
  partnership: string;
  chain: string;
  sequence: number;
  hash: string;
  at: string;
  /** the file it stands in */
  from: string;
  /** named by the database itself, which proves nothing to anybody else */
  unsigned?: true;
};

/** What is wrong, in words, and the line it was seen in where it is in the export. */
export type AuditFault = { line?: number; says: string };

export type AuditReport = {
  entries: number;
  heads: number;
  /** each chain with its last entry, and up to which entry a signed head holds it */
  chains: readonly { chain: string; last: number; held: number }[];
  /** how many things are wrong; `faults` names the first hundred */
  wrong: number;
  faults: readonly AuditFault[];
};

const noHash = '0'.repeat(64);
const mostFaults = 100;

type ChainState = { chain: string; sequence: number; number: number; hash: string; held: number };
type Entry = {
  line: number;
  chain: string;
  sequence: number;
  number: number;
  hash: string;
  previous: string;
};

/** Takes an export a line at a time and says in the end what is wrong with it. */
export function auditChecker(heads: readonly Head[] = []): {
  take(line: string): void;
  end(): AuditReport;
} {
  const states = new Map<string, ChainState>();
  const wanted = Map.groupBy(heads, (head) => `${head.partnership} ${head.chain}`);
  const atPlace = Map.groupBy(
    heads,
    ({ partnership, chain, sequence }) => `${partnership} ${chain} ${sequence}`,
  );
  const faults: AuditFault[] = [];
  let [line, entries, wrong] = [0, 0, 0];
  const fault = (one: AuditFault): void => {
    wrong += 1;
    if (faults.length < mostFaults) faults.push(one);
  };
  for (const says of headsAgainstEachOther(wanted)) fault({ says });
  return {
    take(text) {
      line += 1;
      if (text === '') return fault({ line, says: 'The line is empty.' });
      const read = readEntry(text);
      if (typeof read === 'string') return fault({ line, says: read });
      entries += 1;
      if (read.fault) fault({ line, says: read.fault });
      const key = `${read.partnership} ${read.chain}`;
      const state = states.get(key) ?? { chain: read.chain, sequence: 0, number: 0, hash: noHash, held: 0 };
      states.set(key, state);
      for (const says of follow(state, { ...read, line })) fault({ line, says });
      for (const says of hold(state, atPlace.get(`${key} ${read.sequence}`) ?? [], read))
        fault({ line, says });
    },
    end() {
      for (const [key, named] of wanted) for (const says of cut(states.get(key), named)) fault({ says });
      const chains = [...states.values()].map(({ chain, sequence, held }) => ({
        chain,
        last: sequence,
        held,
      }));
      return { entries, heads: heads.length, chains, wrong, faults };
    },
  };
}

/** Whether an entry follows the one before in its chain; the chain goes on from it either way. */
function follow(state: ChainState, entry: Entry): string[] {
  const { chain, sequence, hash, previous } = entry;
  const name = `Entry ${sequence} of chain ${chain}`;
  const [last, found]: [ChainState, string[]] = [{ ...state }, []];
  if (sequence > last.sequence + 1) found.push(missing(last.sequence + 1, sequence - 1, chain));
  else if (sequence <= last.sequence)
    found.push(`${name} comes after entry ${last.sequence}: it is out of its place, or there twice.`);
  else if (previous !== last.hash)
    found.push(`${name} does not follow the entry before it: one of the two was changed.`);
  else if (entry.number <= last.number) found.push(`${name} has a number that is not above the one before.`);
  Object.assign(state, { sequence: Math.max(sequence, last.sequence), number: entry.number, hash });
  return found;
}

function missing(from: number, to: number, chain: string): string {
  return from === to
    ? `Entry ${from} of chain ${chain} is missing.`
    : `Entries ${from} to ${to} of chain ${chain} are missing.`;
}

/** Whether an entry is the one that the signed heads of its place name. */
function hold(state: ChainState, here: readonly Head[], entry: { sequence: number; hash: string }): string[] {
  const others = here.filter(({ hash }) => hash !== entry.hash);
  if (here.some(({ unsigned }) => !unsigned) && others.length === 0)
    state.held = Math.max(state.held, entry.sequence);
  return others.map(
    ({ at, from }) =>
      `Entry ${entry.sequence} of chain ${state.chain} is not the one that the head signed at ${at} names (${from}): the chain was written anew.`,
  );
}

/** Whether a chain reaches every head that was signed. */
function cut(state: ChainState | undefined, heads: readonly Head[]): string[] {
  return heads
    .filter(({ sequence }) => sequence > (state?.sequence ?? 0))
    .map(
      ({ chain, sequence, at, from }) =>
        `Chain ${chain} is cut: the head signed at ${at} says that it reached entry ${sequence} (${from}), and it ends at ${state?.sequence ?? 0}.`,
    );
}

/** A chain only grows: a later head is never lower, and the same place has one seal. */
function headsAgainstEachOther(wanted: ReadonlyMap<string, readonly Head[]>): string[] {
  return [...wanted.values()].flatMap((heads) => {
    const inTime = heads.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.sequence - b.sequence));
    return inTime.slice(1).flatMap((head, index) => {
      const before = inTime[index];
      const back = before && head.sequence < before.sequence;
      return back
        ? [
            `Chain ${head.chain} went back: ${before.from} says ${before.sequence}, ${head.from} later says ${head.sequence}.`,
          ]
        : [];
    });
  });
}

type ReadEntry = Omit<Entry, 'line'> & { partnership: string; fault: string | undefined };

/** One line of an export; words where it is no entry at all. */
function readEntry(text: string): ReadEntry | string {
  const found = parsed(text);
  if (!found) return 'The line is not an entry of the audit.';
  const { partnership, chain, previous, hash, sequence, number } = found;
  if (
    !isText(partnership) ||
    !isText(chain) ||
    !isText(previous) ||
    !isText(hash) ||
    !isCount(sequence) ||
    !isCount(number)
  )
    return 'The line is not an entry of the audit.';
  return { partnership, chain, previous, hash, sequence, number, fault: amissIn(found, text) };
}

const keysInOrder = [...sealedFields, 'hash'].join(' ');

/** What is amiss with an entry by itself; undefined where it is as it was written, and its seal fits. */
function amissIn(found: Found, text: string): string | undefined {
  const name = `Entry ${String(found['sequence'])} of chain ${String(found['chain'])}`;
  if (Object.keys(found).join(' ') !== keysInOrder || JSON.stringify(found) !== text)
    return `${name} is not written as an export writes it: something was added, left out or changed.`;
  return sealOf(found) === found['hash']
    ? undefined
    : `${name} was changed: its seal does not fit what it says.`;
}

type Found = Readonly<Record<string, unknown>>;

function parsed(text: string): Found | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

/** SHA-256 over the values in their order, each with its length in bytes before it (4 bytes, -1 for none). */
export function sealOf(entry: Found): string {
  const values = sealedFields.map((field) => entry[field]);
  return hashOf('sha256', framed(['golden-thread-audit-1', ...values]), 'hex');
}

let desk = Buffer.alloc(4096);

/** Values as bytes: the length of each in 4 bytes, most significant first, then the value in UTF-8; -1 where there is none. */
export function framed(values: readonly unknown[]): Buffer {
  let end = 0;
  for (const value of values) {
    const text = typeof value === 'string' || typeof value === 'number' ? `${value}` : undefined;
    const room = end + 4 + 3 * (text?.length ?? 0);
    if (room > desk.length) desk = Buffer.concat([desk], room * 2);
    const bytes = text === undefined ? -1 : desk.write(text, end + 4);
    desk.writeInt32BE(bytes, end);
    end += 4 + Math.max(bytes, 0);
  }
  return desk.subarray(0, end);
}

/** The bytes under the signature of heads: see `framed`. */
export function signedBytes(of: {
  partnership: string;
  at: string;
  heads: readonly { chain: string; sequence: number; hash: string }[];
}): Buffer {
  const each = of.heads.flatMap(({ chain, sequence, hash }) => [chain, sequence, hash]);
  return Buffer.from(
    framed(['golden-thread-audit-heads-1', of.partnership, of.at, of.heads.length, ...each]),
  );
}

/**
 * Reads one file of signed heads.
 * @param key the public key that must have signed; without it any key that fits, told by its print
 */
export function readHeads(
  text: string,
  from: string,
  key?: KeyObject,
): { heads: Head[]; print: string } | string {
  try {
    const { partnership, at, heads, key: own, signature } = JSON.parse(text);
    const its = createPublicKey({ key: Buffer.from(own, 'base64'), format: 'der', type: 'spki' });
    const print = printOf(its);
    if (key && printOf(key) !== print) return `${from} is signed with another key (${print}).`;
    const fits = verify(null, signedBytes({ partnership, at, heads }), its, Buffer.from(signature, 'base64'));
    if (!fits) return `${from} was changed: its signature does not fit what it says.`;
    const each: readonly Omit<Head, 'partnership' | 'at' | 'from'>[] = heads;
    return {
      print,
      heads: each.map(({ chain, sequence, hash }) => ({ partnership, chain, sequence, hash, at, from })),
    };
  } catch {
    return `${from} is not a file of signed heads.`;
  }
}

/** What a public key is known by: the SHA-256 of its bytes (DER, SPKI), as on the page of heads. */
export function printOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

/** The lines of an export on disk, packed with gzip or not. */
export function linesOf(path: string): AsyncIterable<string> {
  const bytes = createReadStream(path, { highWaterMark: 1 << 20 });
  const input = path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  bytes.on('error', (fault) => input.destroy(fault));
  return createInterface({ input, crlfDelay: Infinity });
}

/** The heads in a folder, and what is wrong with their files. */
export function headsIn(
  folder: string,
  key?: KeyObject,
): { heads: Head[]; prints: Set<string>; faults: string[] } {
  const [heads, prints, faults]: [Head[], Set<string>, string[]] = [[], new Set(), []];
  for (const name of readdirSync(folder)
    .filter((one) => /^audit-heads-.*\.json$/.test(one))
    .sort()) {
    const read = readHeads(readFileSync(join(folder, name), 'utf8'), name, key);
    if (typeof read === 'string') faults.push(read);
    else {
      heads.push(...read.heads);
      prints.add(read.print);
    }
  }
  return { heads, prints, faults };
}

/** What was found, in words. */
export function sayReport(report: AuditReport): string {
  const { entries, chains, heads, wrong, faults } = report;
  const said = faults.map(({ line, says }) => (line === undefined ? says : `Line ${line}: ${says}`));
  const unheld = chains.reduce((sum, { last, held }) => sum + Math.max(0, last - held), 0);
  return [
    wrong === 0
      ? `All ${entries} entries in ${chains.length} chains are as they were written.`
      : `${wrong} things are wrong with these ${entries} entries in ${chains.length} chains:`,
    ...said.map((words) => `  ${words}`),
    ...(wrong > said.length ? [`  and ${wrong - said.length} more.`] : []),
    heads === 0
      ? 'No signed heads were given, so that entries cut off from the end would not be missed.'
      : `${heads} signed heads were held against them. ${unheld} entries came after the last head of their chain: the next head will hold them.`,
  ].join('\n');
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { heads: { type: 'string' }, key: { type: 'string' } },
    allowPositionals: true,
  });
  const key = values.key === undefined ? undefined : createPublicKey(readFileSync(values.key));
  const signed = values.heads === undefined ? undefined : headsIn(values.heads, key);
  const checker = auditChecker(signed?.heads);
  for (const path of positionals) for await (const line of linesOf(path)) checker.take(line);
  const report = checker.end();
  const prints = [...(signed?.prints ?? [])].map((print) => `Signed with the key ${print}: is it yours?`);
  const words = [sayReport(report), ...(signed?.faults ?? []), ...(key ? [] : prints)];
  process.stdout.write(`${words.join('\n')}\n`);
  process.exitCode = report.wrong + (signed?.faults.length ?? 0) > 0 || positionals.length === 0 ? 1 : 0;
}

if (import.meta.main) await main();
