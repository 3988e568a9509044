import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { ClusterBook } from './cluster-book.ts';
import { lineOf } from './fact.ts';
import type { Fact } from './fact.ts';
import { readFact } from './read-fact.ts';

const logName = 'clusters.log';

/** Why, and by whom (a person or a model by its name): every merge and split has both. */
export type Because = { readonly reason: string; readonly by: string };

/**
 * Clusters that last: a folder with a log of facts, each on the disk before it counts. A killed run loses at most the
 * fact that was being written; what is cut short is cut off when the folder is opened again, and said. One process at a
 * time may have a folder open.
 */
export class ClusterStore {
  readonly #book: ClusterBook;
  readonly #file: number;
  /** letters of the log that were cut short by a crash and taken off */
  readonly cutOff: number;
  #waiting: string[] = [];
  #isHeld = false;

  private constructor(book: ClusterBook, file: number, cutOff: number) {
    this.#book = book;
    this.#file = file;
    this.cutOff = cutOff;
  }

  /** Opens the store of a folder, or begins one. Refuses a log with a bad line that is not the last: it was changed. */
  static open(folder: string): Result<ClusterStore> {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, logName);
    const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    const book = new ClusterBook();
    let good = 0;
    for (let line = 1; good < bytes.length; line += 1) {
      const end = bytes.indexOf(10, good);
      const fact = end < 0 ? undefined : readFact(bytes.toString('utf8', good, end));
      if (fact) book.take(fact);
      else if (end >= 0 && end + 1 < bytes.length) return refuse(changed(path, line));
      else break;
      good = end + 1;
    }
    const file = openSync(path, 'a');
    if (good < bytes.length) ftruncateSync(file, good);
    return done(new ClusterStore(book, file, bytes.length - good));
  }

  /** Which record is in which cluster. */
  get book(): Pick<ClusterBook, 'size' | 'clusterOf' | 'recordsOf' | 'text' | 'merges' | 'keptApart'> {
    return this.#book;
  }

  /** Adds records, each in a cluster of its own, or in the cluster it was found to belong to; returns their clusters. */
  add(records: readonly { readonly record: string; readonly cluster?: number }[]): Result<readonly number[]> {
    const clusters: number[] = [];
    for (const { record, cluster } of records) {
      const given = cluster ?? this.#book.nextCluster;
      const known = cluster === undefined || this.#book.recordsOf(cluster).length > 0;
      const taken = known ? this.#note({ is: 'added', record, cluster: given }) : refuse(noCluster(given));
      if (!taken.done) {
        this.#write();
        return taken;
      }
      clusters.push(given);
    }
    this.#write();
    return done(clusters);
  }

  /** Makes one cluster of two; the older number stays. Returns the merge's number, by which it is undone. */
  merge(one: number, other: number, because: Because): Result<number> {
    const merge = this.#book.merges;
    const taken = this.#note({
      is: 'merged',
      kept: Math.min(one, other),
      gone: Math.max(one, other),
      ...because,
    });
    this.#write();
    return taken.done ? done(merge) : taken;
  }

  /** Undoes a merge: both clusters are what they were, with their numbers. */
  unmerge(merge: number, because: Because): Result<Fact> {
    return this.#alone({ is: 'unmerged', merge, ...because });
  }

  /** Takes records out of a cluster into a new one, whose number is returned. */
  split(from: number, records: readonly string[], because: Because): Result<number> {
    const to = this.#book.nextCluster;
    const taken = this.#alone({ is: 'split', from, to, records, ...because });
    return taken.done ? done(to) : taken;
  }

  /** Keeps two records apart for good: no merge and no model joins them, directly or through others. */
  keepApart(one: string, other: string, because: Because): Result<Fact> {
    return this.#alone({ is: 'kept-apart', one, other, ...because });
  }

  /** Lets records that were kept apart come together again; two different people must say so. */
  letTogether(
    one: string,
    other: string,
    because: { readonly reason: string; readonly by: readonly [string, string] },
  ): Result<Fact> {
    return this.#alone({ is: 'let-together', one, other, ...because });
  }

  /** Does several things with one write to the disk at their end; a crash before it loses them all. */
  together<Value>(act: () => Value): Value {
    this.#isHeld = true;
    try {
      return act();
    } finally {
      this.#isHeld = false;
      this.#write();
    }
  }

  /** Writes what waits and lets the folder go. */
  close(): void {
    this.#write();
    closeSync(this.#file);
  }

  #alone(fact: Fact): Result<Fact> {
    const taken = this.#note(fact);
    this.#write();
    return taken;
  }

  #note(fact: Fact): Result<Fact> {
    const checked = this.#book.check(fact);
    if (!checked.done) return checked;
    this.#waiting.push(lineOf(fact));
    this.#book.take(fact);
    return checked;
  }

  #write(): void {
    if (this.#isHeld || this.#waiting.length === 0) return;
    const bytes = Buffer.from(this.#waiting.join(''), 'utf8');
    this.#waiting = [];
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
    fsyncSync(this.#file);
  }
}

function changed(path: string, line: number): { reason: string; place: string; words: string } {
  return {
    reason: 'log-changed',
    place: `${path}, line ${line}`,
    words: `Line ${line} of the store's log does not pass its check, and others follow it, so it was changed by something else. Restore the file from a copy; nothing was read or written.`,
  };
}

function noCluster(cluster: number): { reason: string; place: string; words: string } {
  return {
    reason: 'no-cluster',
    place: `cluster ${cluster}`,
    words: `There is no cluster ${cluster} in the store. Leave the number out to begin one.`,
  };
}
