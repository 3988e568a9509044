import { growingInts, type Ints } from '../held/growing.ts';

/** Records that go from one person to another: two became one, or one became two. */
export type Move = {
  readonly is: 'merged' | 'split' | 'restored';
  readonly from: number;
  readonly to: number;
  readonly records: readonly number[];
};

/** What people are kept as. */
export type PeopleArrays = {
  /** by record */
  readonly personOf: Ints;
  /** by record: the next record of the same person, in a ring */
  readonly next: Ints;
  /** by person: one of its records; -1 for none */
  readonly first: Ints;
};

/** Which person each record is of. A person's number, from 1 up, is never given twice. */
export class People {
  readonly arrays: PeopleArrays;

  constructor(arrays?: PeopleArrays) {
    this.arrays = arrays ?? { personOf: growingInts(), next: growingInts(), first: growingInts() };
    if (this.arrays.first.size === 0) this.arrays.first.push(-1);
  }

  /** How many records have a person. */
  get records(): number {
    return this.arrays.personOf.size;
  }

  /** The number that the next new person gets. */
  get nextPerson(): number {
    return this.arrays.first.size;
  }

  personOf(record: number): number {
    return this.arrays.personOf.at(record);
  }

  /** The records of a person, in order; none where there is no such person. */
  recordsOf(person: number): readonly number[] {
    const start = person > 0 && person < this.nextPerson ? this.arrays.first.at(person) : -1;
    const records: number[] = [];
    for (let record = start; record >= 0 && (record !== start || records.length === 0);) {
      records.push(record);
      record = this.arrays.next.at(record);
    }
    return records.sort((one, other) => one - other);
  }

  /** Gives the next record, which has none yet, a person: one that there is, or a new one. */
  add(person: number): void {
    const record = this.records;
    this.#cover(person);
    const { personOf, next, first } = this.arrays;
    const beside = first.at(person);
    personOf.push(person);
    next.push(beside < 0 ? record : next.at(beside));
    if (beside < 0) first.all[person] = record;
    else next.all[beside] = record;
  }

  /** Takes the newest record from its person. */
  takeNewest(): void {
    const record = this.records - 1;
    const person = this.personOf(record);
    const others = this.recordsOf(person).filter((each) => each !== record);
    this.#link(person, others);
    this.arrays.personOf.size = record;
    this.arrays.next.size = record;
  }

  /** Moves records. */
  apply({ from, to, records }: Move): void {
    const moving = new Set(records);
    const staying = this.recordsOf(from).filter((record) => !moving.has(record));
    const there = this.recordsOf(to);
    this.#link(from, staying);
    this.#link(to, [...there, ...records]);
    for (const record of records) this.arrays.personOf.all[record] = to;
  }

  #cover(person: number): void {
    while (this.nextPerson <= person) this.arrays.first.push(-1);
  }

  #link(person: number, records: readonly number[]): void {
    this.#cover(person);
    const { next, first } = this.arrays;
    first.all[person] = records[0] ?? -1;
    for (const [place, record] of records.entries())
      next.all[record] = records[place + 1] ?? records[0] ?? record;
  }
}

/** The move that undoes another. */
export function undone(move: Move): Move {
  return { is: 'restored', from: move.to, to: move.from, records: move.records };
}
