import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { dirname } from 'node:path';
import { createGunzip } from 'node:zlib';
import { done, refuse } from '../kernel/outcome.ts';
import { ask, refusalOf, type Question } from './ask.ts';
import { forgetPart, partOf, rememberPart, type Part } from './part.ts';
import type { Try } from './patiently.ts';
import type { OutboundRefusal } from './refusals.ts';

/** What a host said of a version of a file, to ask later whether there is another. */
export type Validators = { etag?: string | undefined; lastModified?: string | undefined };

export type Download = {
  /** where the file is put when all of it is here */
  to: string;
  /** of the version that is here already */
  known?: Validators | undefined;
  /** the kind of content wanted, as in `text/csv` */
  accept: string;
  /** kinds of content that are surely not what was asked for */
  notThese: readonly string[];
  signal?: AbortSignal | undefined;
  tell?: (bytes: number, of: number | undefined) => void;
};

export type Downloaded = { kind: 'unchanged' } | { kind: 'fresh'; bytes: number; validators: Validators };

/** One try at a file: the whole of it, or the rest of what is here already. */
export async function downloadTo(question: Question, into: Download): Promise<Try<Downloaded>> {
  const { address, signal } = question;
  const { host } = address;
  await mkdir(dirname(into.to), { recursive: true, mode: 0o700 });
  const part = await partOf(into.to, address.href);
  const answered = await ask({ ...question, headers: { ...headersFor(part, into) } });
  if (!answered.done) return answered;
  const answer = answered.value;
  const refusal = headRefused(answer, { host, into, most: question.settings.largestBytes });
  if (refusal) {
    answer.destroy();
    // what stands on this disk is of a file that is no more
    if (answer.statusCode === 416) await forgetPart(into.to);
    return { ...refuse(refusal), answer };
  }
  if (answer.statusCode === 304) {
    answer.destroy();
    return done({ kind: 'unchanged' });
  }
  const goesOn = part !== undefined && answer.statusCode === 206 && beginsAt(answer) === part.bytes;
  if (answer.statusCode === 206 && !goesOn) {
    answer.destroy();
    await forgetPart(into.to);
    return refuse({ reason: 'cut-off', host });
  }
  const arriving = { answer, into, from: goesOn ? part.bytes : 0, most: question.settings.largestBytes };
  if (!goesOn) await rememberPart(into.to, { address: address.href, ...headOf(answer) });
  const failed = await arrive(arriving, { host, signal, silenceMs: question.settings.silenceMs });
  if (failed) return refuse(failed);
  return finish({ to: into.to, host, most: arriving.most, head: goesOn ? part : headOf(answer) });
}

function headersFor(part: Part | undefined, { known, accept }: Download): Record<string, string> {
  const strong = part && (part.etag ?? part.lastModified);
  return {
    accept,
    'accept-encoding': 'gzip, identity;q=0.5',
    ...(part && strong !== undefined ? { range: `bytes=${part.bytes}-`, 'if-range': strong } : {}),
    // a version that is half here is newer than the one that is known
    ...(!part && known?.etag ? { 'if-none-match': known.etag } : {}),
    ...(!part && known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
  };
}

function headRefused(
  answer: IncomingMessage,
  { host, into, most }: { host: string; into: Download; most: number },
): OutboundRefusal | undefined {
  const { statusCode: status = 0, headers } = answer;
  if (status === 304) return undefined;
  if (status === 416) return { reason: 'cut-off', host };
  if (status !== 200 && status !== 206) return { reason: 'turned-away', host, status };
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (into.notThese.includes(type)) return { reason: 'not-what-was-asked', host, found: type };
  const coding = headers['content-encoding'] ?? 'identity';
  if (!codings.has(coding)) return { reason: 'not-what-was-asked', host, found: `a coding called ${coding}` };
  return Number(headers['content-length'] ?? 0) > most ? { reason: 'too-large', host, most } : undefined;
}

const codings: ReadonlySet<string> = new Set(['identity', 'gzip', 'x-gzip']);

function headOf({ headers }: IncomingMessage): Validators & { isGzip: boolean } {
  return {
    etag: headers.etag,
    lastModified: headers['last-modified'],
    isGzip: /gzip/.test(headers['content-encoding'] ?? ''),
  };
}

function beginsAt({ headers }: IncomingMessage): number {
  return Number(/^bytes (\d+)-/.exec(headers['content-range'] ?? '')?.[1] ?? -1);
}

type Arriving = { answer: IncomingMessage; into: Download; from: number; most: number };
type Line = { host: string; signal: AbortSignal; silenceMs: number };

/** Puts down what comes, piece by piece; what has come is kept where the line breaks. */
async function arrive(
  { answer, into, from, most }: Arriving,
  line: Line,
): Promise<OutboundRefusal | undefined> {
  const length = answer.headers['content-length'];
  const of = length === undefined ? undefined : from + Number(length);
  const file = await open(`${into.to}.part`, from === 0 ? 'w' : 'r+', 0o600);
  try {
    const bytes = await writePieces(file, { answer, into, from, most, of });
    if (bytes === 'too-large') {
      await forgetPart(into.to);
      return { reason: 'too-large', host: line.host, most };
    }
    return of === undefined || bytes === of ? undefined : { reason: 'cut-off', host: line.host };
  } catch (fault) {
    if (isOfThisDisk(fault)) throw fault;
    const told = refusalOf(fault, line);
    return told.reason === 'not-reachable' ? { reason: 'cut-off', host: line.host } : told;
  } finally {
    await file.close();
  }
}

async function writePieces(
  file: FileHandle,
  { answer, into, from, most, of }: Arriving & { of: number | undefined },
): Promise<number | 'too-large'> {
  let at = from;
  for await (const piece of answer) {
    if (!(piece instanceof Uint8Array)) continue;
    if (at + piece.length > most) {
      answer.destroy();
      return 'too-large';
    }
    await file.write(piece, 0, piece.length, at);
    at += piece.length;
    into.tell?.(at, of);
  }
  return at;
}

/** A full disk is no fault of a host. */
function isOfThisDisk(fault: unknown): boolean {
  return (
    fault instanceof Error && 'code' in fault && /^(ENOSPC|EIO|EACCES|EROFS|EDQUOT)$/.test(String(fault.code))
  );
}

type Finishing = { to: string; host: string; most: number; head: Validators & { isGzip: boolean } };

/** Puts the file in its place, unpacked where it came packed. */
async function finish({ to, host, most, head }: Finishing): Promise<Try<Downloaded>> {
  const { etag, lastModified } = head;
  const came = `${to}.part`;
  if (head.isGzip) {
    const unpacked = await unpack(came, `${to}.unpacked`, most);
    if (unpacked !== 'whole') {
      await Promise.all([forgetPart(to), rm(`${to}.unpacked`, { force: true })]);
      return unpacked === 'too-large'
        ? refuse({ reason: 'too-large', host, most })
        : refuse({ reason: 'not-what-was-asked', host, found: 'a packed file that cannot be opened' });
    }
    await rename(`${to}.unpacked`, to);
  } else await rename(came, to);
  await forgetPart(to);
  return done({ kind: 'fresh', bytes: (await stat(to)).size, validators: { etag, lastModified } });
}

async function unpack(from: string, to: string, most: number): Promise<'whole' | 'too-large' | 'broken'> {
  const file = await open(to, 'w', 0o600);
  try {
    let bytes = 0;
    for await (const piece of createReadStream(from).pipe(createGunzip())) {
      if (!(piece instanceof Uint8Array)) continue;
      bytes += piece.length;
      if (bytes > most) return 'too-large';
      await file.write(piece);
    }
    return 'whole';
  } catch (fault) {
    if (isOfThisDisk(fault)) throw fault;
    return 'broken';
  } finally {
    await file.close();
  }
}
