import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Posted } from '../forms/fields.ts';
import { newSecret } from './csrf.ts';
import type { Upload } from './route.ts';

export type Body = { posted: Posted; uploads: readonly Upload[]; clear(): Promise<void> };

const urlEncoded = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** Reads what a form posted: its answers, and its files into a folder that is emptied when the answer has gone out. */
export async function readBody(
  request: FastifyRequest,
  uploadFolder: string,
  mostFileBytes = Infinity,
): Promise<Body> {
  if (request.isMultipart()) return readParts(request, uploadFolder, mostFileBytes);
  return { posted: postedIn(request), uploads: [], clear: async () => {} };
}

/** The answers of a form without files. */
export function postedIn(request: FastifyRequest): Posted {
  const fields = urlEncoded.safeParse(request.body ?? {});
  const entries = fields.success ? Object.entries(fields.data) : [];
  return Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? value : [value]]));
}

/** A form with files that came only in part, or in no order that a browser sends. */
class UploadBroken extends Error {
  override readonly name = 'UploadBroken';
  readonly code = 'UPLOAD_BROKEN';
  readonly statusCode = 400;
}

/** Trouble that has words of its own: a form over its limits, or a disk without room. */
function knownTrouble(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && /^(FST_|ENOSPC)/.test(String(cause.code));
}

async function readParts(request: FastifyRequest, uploadFolder: string, most: number): Promise<Body> {
  const folder = join(uploadFolder, newSecret().slice(0, 16));
  const posted: Record<string, string[]> = {};
  const uploads: Upload[] = [];
  const clear = () => rm(folder, { recursive: true, force: true });
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field')
        (posted[part.fieldname] ??= []).push(typeof part.value === 'string' ? part.value : '');
      else if (part.filename) uploads.push(await saved(part, join(folder, String(uploads.length)), most));
      else part.file.resume();
    }
  } catch (cause) {
    await clear();
    throw knownTrouble(cause) ? cause : new UploadBroken('the upload broke off', { cause });
  }
  return { posted, uploads, clear };
}

/** Keeps a file as it comes in; of one that is too large the rest runs past, so that the answers after it are read. */
async function saved(part: MultipartFile, path: string, most: number): Promise<Upload> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      bytes += chunk.length;
      if (bytes > most) return next();
      hash.update(chunk);
      next(null, chunk);
    },
  });
  await pipeline(part.file, measure, createWriteStream(path, { mode: 0o600 }));
  const upload = { field: part.fieldname, fileName: part.filename, path, bytes, sha256: hash.digest('hex') };
  return bytes > most ? { ...upload, kept: 'beginning' } : upload;
}
