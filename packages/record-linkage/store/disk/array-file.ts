import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { checkSum } from './change.ts';
import {
  Growing,
  growingInts,
  growingLetters,
  growingNumbers,
  type Ints,
  type Letters,
  type Numbers,
} from '../held/growing.ts';
import { Slots } from '../held/slots.ts';

/** An array by its name, as it is written. */
export type NamedArray = { readonly name: string; readonly of: Ints | Numbers | Letters | Slots };

type Place = { readonly name: string; readonly length: number; readonly bytes: number };
type Header = { readonly about: string; readonly arrays: readonly Place[] };

const mark = 'GTLINK01';

/**
 * Writes arrays and a text about them into one file: first under another name, then by renaming it, so that the file
 * is either whole or not there.
 */
export function writeArrays(file: string, about: string, arrays: readonly NamedArray[]): void {
  const contents = arrays.map(({ of }) => bytesOf(of));
  const header: Header = {
    about,
    arrays: arrays.map(({ name, of }, at) => ({
      name,
      length: of instanceof Slots ? of.all.length : of.size,
      bytes: contents[at]?.byteLength ?? 0,
    })),
  };
  const text = JSON.stringify(header);
  const head = Buffer.from(text, 'utf8');
  const start = Buffer.alloc(24);
  start.write(mark + checkSum(text), 'latin1');
  start.writeUInt32LE(head.length, 16);
  const half = `${file}.half`;
  const to = openSync(half, 'w');
  for (const part of [start, head, ...contents]) {
    for (let at = 0; at < part.byteLength;) at += writeSync(to, part, at);
  }
  fsyncSync(to);
  closeSync(to);
  renameSync(half, file);
}

function bytesOf(of: NamedArray['of']): Uint8Array {
  const length = of instanceof Slots ? of.all.length : of.size;
  return new Uint8Array(of.all.buffer, of.all.byteOffset, length * of.all.BYTES_PER_ELEMENT);
}

/** Arrays of a file, read as they are asked for, in the order in which they were written. */
export class ArrayFile {
  readonly about: string;
  readonly #file: number;
  readonly #places: readonly Place[];
  #at: number;
  #next = 0;

  private constructor(file: number, header: Header, at: number) {
    this.about = header.about;
    this.#file = file;
    this.#places = header.arrays;
    this.#at = at;
  }

  /** Opens a file; undefined where it is none of ours, or not whole. */
  static open(path: string): ArrayFile | undefined {
    const file = openSync(path, 'r');
    const start = Buffer.alloc(24);
    readWhole(file, start, 0);
    const head = Buffer.alloc(start.toString('latin1', 0, 8) === mark ? start.readUInt32LE(16) : 0);
    readWhole(file, head, 24);
    const text = head.toString('utf8');
    const header =
      text !== '' && checkSum(text) === start.toString('latin1', 8, 16) ? headerOf(text) : undefined;
    const bytes = header?.arrays.reduce((sum, array) => sum + array.bytes, 24 + head.length);
    if (header && fstatSync(file).size === bytes) return new ArrayFile(file, header, 24 + head.length);
    closeSync(file);
    return undefined;
  }

  ints(name: string): Ints {
    const length = this.#lengthOf(name);
    const { all } = growingInts(roomFor(length));
    this.#read(all);
    return new Growing((room) => new Int32Array(room), all, length);
  }

  numbers(name: string): Numbers {
    const length = this.#lengthOf(name);
    const { all } = growingNumbers(roomFor(length));
    this.#read(all);
    return new Growing((room) => new Float64Array(room), all, length);
  }

  letters(name: string): Letters {
    const length = this.#lengthOf(name);
    const { all } = growingLetters(roomFor(length));
    this.#read(all);
    return new Growing((room) => new Uint16Array(room), all, length);
  }

  slots(name: string): Slots {
    const all = new Int32Array(this.#lengthOf(name));
    this.#read(all);
    return new Slots(all);
  }

  close(): void {
    closeSync(this.#file);
  }

  #lengthOf(name: string): number {
    const place = this.#places[this.#next];
    if (place?.name !== name) throw new Error(`${name} was asked for where ${place?.name} stands`);
    return place.length;
  }

  #read(into: Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer> | Uint16Array<ArrayBuffer>): void {
    const bytes = this.#places[this.#next]?.bytes ?? 0;
    readWhole(this.#file, new Uint8Array(into.buffer, 0, bytes), this.#at);
    this.#at += bytes;
    this.#next += 1;
  }
}

/** Room for an eighth more, so that what comes next moves nothing. */
function roomFor(length: number): number {
  return length + (length >> 3) + 1024;
}

function readWhole(file: number, into: Uint8Array, position: number): void {
  for (let at = 0; at < into.byteLength;) {
    const read = readSync(file, into, at, into.byteLength - at, position + at);
    if (read === 0) return;
    at += read;
  }
}

function headerOf(text: string): Header | undefined {
  const read: unknown = JSON.parse(text);
  return isHeader(read) ? read : undefined;
}

function isHeader(read: unknown): read is Header {
  if (typeof read !== 'object' || read === null || !('about' in read) || !('arrays' in read)) return false;
  return typeof read.about === 'string' && Array.isArray(read.arrays);
}
