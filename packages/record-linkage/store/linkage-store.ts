import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Explanation } from '../explanation/explain-pair.ts';
import type { LinkageModel } from '../model/model.ts';
import type { Row } from '../records/records-of.ts';
import type { Records } from '../records/records.ts';
import { done, refuse, type Result } from '../result.ts';
import type { Added } from './added.ts';
import { ChangeLog, type LoggedChange } from './disk/change-log.ts';
import type { Because, Change } from './disk/change.ts';
import { createState, type ToStore } from './create-state.ts';
import * as decisions from './decisions.ts';
import { explainHeld } from './explain-held.ts';
import { lockFolder, unlockFolder } from './disk/folder-lock.ts';
import { addRecords } from './add-records.ts';
import { lookUp, type LookedUp } from './look-up.ts';
import { Matching } from './matching.ts';
import { findRecord, nameOf, textOf } from './names.ts';
import { readState, writeState } from './disk/state-file.ts';
import { apply, revert, settle, type State } from './state.ts';
import { noStore, storeThere, unknownRecord, unreadableStore, type Named } from './store-words.ts';

const stateName = 'store.bin';
const logName = 'changes.log';

/**
 * People that last: a folder that keeps records with all that one more is scored against, who is who, and a log of
 * every change. A change is on the disk before it is answered, so that a killed run loses nothing that was answered;
 * what was cut short is cut off when the folder is opened again. One process at a time may have it open.
 */
export class LinkageStore {
  readonly #folder: string;
  readonly #lock: string;
  readonly #state: State;
  readonly #log: ChangeLog;
  readonly #matching: Matching;
  /** places in the log of the changes that were not undone */
  readonly #standing: number[];

  private constructor(
    of: { readonly folder: string; readonly lock: string; readonly log: ChangeLog },
    state: State,
    standing: readonly number[],
  ) {
    this.#folder = of.folder;
    this.#lock = of.lock;
    this.#log = of.log;
    this.#state = state;
    this.#standing = [...standing];
    this.#matching = new Matching(state.held, state.settings);
  }

  /**
   * Begins a store in a folder with records that were scored: their pairs are judged and made people of, as a whole job
   * does. Refused: a folder that has one, a model with faults or SQL of both records, what `peopleOf` refuses.
   */
  static create(folder: string, of: ToStore): Result<LinkageStore> {
    if (existsSync(join(folder, stateName))) return refuse(storeThere(folder));
    const state = createState(of);
    if (!state.done) return state;
    mkdirSync(folder, { recursive: true });
    rmSync(join(folder, logName), { force: true });
    writeState(join(folder, stateName), state.value, { end: 0, standing: [] });
    return LinkageStore.open(folder);
  }

  /** Opens the store of a folder. Refused: no store, one that is open elsewhere, one that was altered. */
  static open(folder: string): Result<LinkageStore> {
    if (!existsSync(join(folder, stateName))) return refuse(noStore(folder));
    const lock = lockFolder(folder);
    if (!lock.done) return lock;
    const opened = openLocked(folder);
    if (!opened.done) unlockFolder(lock.value);
    if (!opened.done) return opened;
    const { log, state, standing } = opened.value;
    return done(new LinkageStore({ folder, lock: lock.value, log }, state, standing));
  }

  /** The model by which it scores: what records are read for. */
  get model(): LinkageModel {
    return this.#state.held.shape.model;
  }

  /** How many records there are. */
  get records(): number {
    return this.#state.held.count;
  }

  /** Bytes at the end of the log that a crash had cut short, and that were cut off on opening. */
  get cutOff(): number {
    return this.#log.cutOff;
  }

  /**
   * Adds records and settles who they are. Whoever is not touched by them keeps their number; where people come
   * together the older number stays. All of it is one change, which can be undone. Refused, with nothing added: what
   * `putRecords` refuses.
   */
  add(records: Records, because: Because): Result<Added> {
    return addRecords({ state: this.#state, matching: this.#matching }, records, (change) => {
      this.#write({ ...change, ...because });
    });
  }

  /** Whom a row is like: records that agree with it, the likeliest first, scored as if it were added. Changes nothing. */
  lookUp(row: Row, options: { readonly atLeast?: number } = {}): Result<LookedUp> {
    return lookUp({ state: this.#state, matching: this.#matching }, row, options.atLeast);
  }

  /** Why two records weigh what they weigh, with frequencies as they are now. */
  explain(one: Named, other: Named): Result<Explanation> {
    const [first, second] = [this.#find(one), this.#find(other)];
    if (!first.done) return first;
    return second.done ? explainHeld(this.#state.held, first.value, second.value) : second;
  }

  /** The person of a record; undefined where the record is not known. */
  personOf(record: Named): number | undefined {
    const found = this.#find(record);
    return found.done ? this.#state.people.personOf(found.value) : undefined;
  }

  /** The records of a person, in the order in which they came; none where there is no such person. */
  recordsOf(person: number): readonly Named[] {
    return this.#state.people.recordsOf(person).map((record) => nameOf(this.#state.held, record));
  }

  /** All people with their records, in order: the same people are the same text. */
  text(): string {
    return textOf(this.#state);
  }

  /** Everything that happened, from the first change to the last, those that were undone among them. */
  *history(): Generator<Change> {
    for (const { change } of this.#log.changes()) yield change;
  }

  /** Makes one person of two; the older number stays, and no model undoes it. Returns the number that stays. */
  merge(one: number, other: number, because: Because): Result<number> {
    const merged = decisions.merge(this.#state, [one, other], because);
    return this.#make(merged, () => Math.min(one, other));
  }

  /** Takes records out of a person; they become a person of their own, whose number is returned, for good. */
  split(person: number, records: readonly Named[], because: Because): Result<number> {
    const found: number[] = [];
    for (const record of records) {
      const number = this.#find(record);
      if (!number.done) return number;
      found.push(number.value);
    }
    const to = this.#state.people.nextPerson;
    return this.#make(decisions.split(this.#state, { person, records: found }, because), () => to);
  }

  /** Undoes the merge in which a person's number went: they are two people again, with their numbers, for good. */
  unmerge(gone: number, because: Because): Result<number> {
    return this.#make(decisions.unmerge(this.#state, { gone, log: this.#log }, because), () => gone);
  }

  /** Keeps two records apart for good: nothing joins them, directly or through others. */
  keepApart(one: Named, other: Named, because: Because): Result<Change> {
    return this.#ofTwo(one, other, (pair) => decisions.keepApart(this.#state, pair, because));
  }

  /** Lets records that were kept apart come together again; two different people must say so. */
  letTogether(
    pair: readonly [Named, Named],
    because: { readonly reason: string; readonly by: readonly [string, string] },
  ): Result<Change> {
    return this.#ofTwo(...pair, (found) => decisions.letTogether(this.#state, found, because));
  }

  /**
   * Undoes the newest change that was not undone, whatever it was, to the byte; returns it. What kept records apart is
   * undone only where two different people say so.
   */
  undo(because: {
    readonly reason: string;
    readonly by: string | readonly [string, string];
  }): Result<Change> {
    const at = this.#standing.at(-1);
    const undoing = decisions.undo(at === undefined ? undefined : this.#log.changeAt(at), because, at);
    if (!undoing.done) return undoing;
    this.#log.append(undoing.value.change);
    revert(this.#state, undoing.value.undone);
    this.#standing.pop();
    return done(undoing.value.undone);
  }

  /** Makes several changes and waits for the disk once, at their end; a crash before it may lose the last of them. */
  together<Value>(act: () => Value): Value {
    return this.#log.together(act);
  }

  /** Writes the store anew with all changes in it, so that it opens faster; the log stays whole. */
  compact(): void {
    writeState(join(this.#folder, stateName), this.#state, { end: this.#log.end, standing: this.#standing });
  }

  /** Lets the folder go. */
  close(): void {
    this.#log.close();
    unlockFolder(this.#lock);
  }

  #find(record: Named): Result<number> {
    const found = findRecord(this.#state.held, record);
    return found < 0 ? refuse(unknownRecord(record)) : done(found);
  }

  #ofTwo(
    one: Named,
    other: Named,
    decide: (pair: readonly [number, number]) => Result<Change>,
  ): Result<Change> {
    const [first, second] = [this.#find(one), this.#find(other)];
    if (!first.done) return first;
    if (!second.done) return second;
    const change = decide([first.value, second.value]);
    return this.#make(change, (made) => made);
  }

  #make<Value>(change: Result<Change>, valueOf: (change: Change) => Value): Result<Value> {
    if (!change.done) return change;
    const value = valueOf(change.value);
    this.#write(change.value);
    settle(this.#state, change.value);
    return done(value);
  }

  #write(change: Change): void {
    const at = this.#log.end;
    this.#log.append(change);
    this.#standing.push(at);
  }
}

type Opened = { readonly log: ChangeLog; readonly state: State; readonly standing: readonly number[] };

function openLocked(folder: string): Result<Opened> {
  for (const name of readdirSync(folder)) if (name.endsWith('.half')) rmSync(join(folder, name));
  const file = join(folder, stateName);
  const read = readState(file);
  if (!read) return refuse(unreadableStore(file));
  const { state, log: known } = read;
  const standing = [...known.standing];
  const path = join(folder, logName);
  const take = ({ at, change }: LoggedChange): void => {
    if (change.undoes === undefined) {
      apply(state, change);
      standing.push(at);
      return;
    }
    const undone = ChangeLog.read(path, change.undoes);
    if (undone) revert(state, undone);
    standing.pop();
  };
  const log = ChangeLog.open(path, known.end, take);
  return log.done ? done({ log: log.value, state, standing }) : log;
}
