import { open } from 'node:fs/promises';
import type { Upload } from './route.ts';

/** The beginning of an uploaded file: all of it where it is not larger than `most`. */
export async function uploadedBytes(upload: Upload, most: number): Promise<Uint8Array> {
  const file = await open(upload.path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(most, upload.bytes)), 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
