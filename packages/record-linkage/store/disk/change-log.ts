import { closeSync, fsyncSync, ftruncateSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { done, refuse, type Result } from '../../result.ts';
import type { Move } from '../people/people.ts';
import { lineOf, readChange, type Change } from './change.ts';

/** A change and where its line begins. */
export type LoggedChange = { readonly at: number; readonly change: Change };

/**
 * The log of a store: a line for each change, on the disk before it counts. A killed run loses at most the line that
 * was being written, and what stands of it is cut off when the log is opened again.
 */
export class ChangeLog {
  readonly #file: number;
  readonly #path: string;
  /** bytes that were cut off when it was opened */
  readonly cutOff: number;
  #end: number;
  #isHeld = false;
  /** by the number that went in a merge, where the line of its last merge begins; made when it is first asked for */
  #merges: Map<number, number> | undefined;

  private constructor(
    path: string,
    of: { readonly file: number; readonly end: number; readonly cutOff: number },
  ) {
    this.#path = path;
    this.#file = of.file;
    this.#end = of.end;
    this.cutOff = of.cutOff;
  }

  /** Opens a log and takes every change from a place on. Refuses a line that was altered, where others follow it. */
  static open(path: string, from: number, take: (logged: LoggedChange) => void): Result<ChangeLog> {
    const file = openSync(path, 'a+');
    const size = statSync(path).size;
    const read = from <= size ? takeLines({ file, path, take }, from, size) : refuse(tooShort(path));
    if (!read.done) {
      closeSync(file);
      return read;
    }
    if (read.value < size) ftruncateSync(file, read.value);
    return done(new ChangeLog(path, { file, end: read.value, cutOff: size - read.value }));
  }

  /** The change of a log whose line begins at a place. */
  static read(path: string, at: number): Change | undefined {
    const file = openSync(path, 'r');
    const line = lineAt(file, at, statSync(path).size);
    closeSync(file);
    return line && readChange(line.toString('utf8'));
  }

  /** Where the next change will stand. */
  get end(): number {
    return this.#end;
  }

  /** Writes a change to the disk. Where that fails nothing of it stays. */
  append(change: Change): void {
    const bytes = Buffer.from(lineOf(change), 'utf8');
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
      if (!this.#isHeld) fsyncSync(this.#file);
    } catch (cause) {
      ftruncateSync(this.#file, this.#end);
      throw cause;
    }
    if (this.#merges) noteMerges(this.#merges, { at: this.#end, change });
    this.#end += bytes.length;
  }

  /** Writes several changes and waits for the disk once, at their end. */
  together<Value>(act: () => Value): Value {
    this.#isHeld = true;
    try {
      return act();
    } finally {
      this.#isHeld = false;
      fsyncSync(this.#file);
    }
  }

  /** The change whose line begins at a place. */
  changeAt(at: number): Change | undefined {
    const line = lineAt(this.#file, at, this.#end);
    return line && readChange(line.toString('utf8'));
  }

  /** The last merge in which a person's number went; undefined where there is none. */
  mergeOf(gone: number): Move | undefined {
    if (!this.#merges) {
      this.#merges = new Map();
      for (const logged of this.changes()) noteMerges(this.#merges, logged);
    }
    const at = this.#merges.get(gone);
    const change = at === undefined ? undefined : this.changeAt(at);
    return change?.moves.findLast((move) => move.is === 'merged' && move.from === gone);
  }

  /** All changes from the first to the last. */
  *changes(): Generator<LoggedChange> {
    for (let at = 0; at < this.#end;) {
      const line = lineAt(this.#file, at, this.#end);
      const change = line && readChange(line.toString('utf8'));
      if (!change) throw new Error(`${this.#path} was changed at byte ${at} while it was open`);
      yield { at, change };
      at += line.length + 1;
    }
  }

  close(): void {
    closeSync(this.#file);
  }
}

type Reading = {
  readonly file: number;
  readonly path: string;
  readonly take: (logged: LoggedChange) => void;
};

/** Takes line after line; returns where the last whole one ends. */
function takeLines({ file, path, take }: Reading, from: number, size: number): Result<number> {
  let at = from;
  while (at < size) {
    const line = lineAt(file, at, size);
    const change = line && readChange(line.toString('utf8'));
    const next = at + (line?.length ?? size) + 1;
    if (!change && next < size) return refuse(altered(path, at));
    if (!change) break;
    take({ at, change });
    at = next;
  }
  return done(at);
}

function noteMerges(merges: Map<number, number>, { at, change }: LoggedChange): void {
  for (const move of change.moves) if (move.is === 'merged') merges.set(move.from, at);
}

/** The line that begins at a place, without its end; undefined where it has none. */
function lineAt(file: number, at: number, size: number): Buffer | undefined {
  for (let length = 1 << 12; ; length *= 8) {
    const bytes = Buffer.alloc(Math.min(length, size - at));
    const read = readSync(file, bytes, 0, bytes.length, at);
    const end = bytes.subarray(0, read).indexOf(10);
    if (end >= 0) return bytes.subarray(0, end);
    if (read < bytes.length || at + length >= size) return undefined;
  }
}

function altered(path: string, at: number): { reason: string; place: string; words: string } {
  return {
    reason: 'log-changed',
    place: `${path}, byte ${at}`,
    words: `The line of the store's log that begins at byte ${at} does not pass its check, and others follow it, so it was changed by something else. Restore the file from a copy; nothing was read or written.`,
  };
}

function tooShort(path: string): { reason: string; place: string; words: string } {
  return {
    reason: 'log-short',
    place: path,
    words: `The store's log is shorter than what the store holds of it: a part was taken away. Restore the file from a copy; nothing was read or written.`,
  };
}
