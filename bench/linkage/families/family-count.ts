import type { MadeRecord } from './make-families.ts';

/** What was made, in numbers; shares in percent. */
export type FamilyFigures = {
  readonly records: number;
  readonly families: number;
  readonly people: number;
  readonly 'true pairs': number;
  readonly 'records per child': number;
  readonly 'children per family': number;
  readonly 'twins, % of children': number;
  readonly 'records per agency': string;
  readonly 'NHS number given, % of records': number;
  readonly 'UPN given, % of records': number;
  readonly 'pairs of one child with another forename, %': number;
  readonly 'pairs of one child with another surname, %': number;
  readonly 'pairs of one child with another date of birth, %': number;
  readonly 'pairs of one child with another postcode, %': number;
};

const compared = ['forename', 'surname', 'born', 'postcode'] as const;

/** Counts families as they are made. */
export class FamilyCount {
  #records = 0;
  #families = 0;
  #people = 0;
  #twins = 0;
  #pairs = 0;
  #nhsNumbers = 0;
  #upns = 0;
  readonly #bySource = new Map<string, number>();
  readonly #otherwise = { forename: 0, surname: 0, born: 0, postcode: 0 };
  readonly #both = { forename: 0, surname: 0, born: 0, postcode: 0 };

  add(records: readonly MadeRecord[]): void {
    if (records.length > 0) this.#families += 1;
    this.#records += records.length;
    const people = Map.groupBy(records, ({ person }) => person);
    this.#people += people.size;
    for (const ofOne of people.values()) this.#addPerson(ofOne);
  }

  figures(): FamilyFigures {
    const share = (part: number, whole: number): number =>
      Number(((100 * part) / Math.max(1, whole)).toFixed(2));
    const unlike = (field: (typeof compared)[number]): number =>
      share(this.#otherwise[field], this.#both[field]);
    return {
      records: this.#records,
      families: this.#families,
      people: this.#people,
      'true pairs': this.#pairs,
      'records per child': share(this.#records, this.#people) / 100,
      'children per family': share(this.#people, this.#families) / 100,
      'twins, % of children': share(this.#twins, this.#people),
      'records per agency': [...this.#bySource].map(([name, count]) => `${name} ${count}`).join(', '),
      'NHS number given, % of records': share(this.#nhsNumbers, this.#records),
      'UPN given, % of records': share(this.#upns, this.#records),
      'pairs of one child with another forename, %': unlike('forename'),
      'pairs of one child with another surname, %': unlike('surname'),
      'pairs of one child with another date of birth, %': unlike('born'),
      'pairs of one child with another postcode, %': unlike('postcode'),
    };
  }

  #addPerson(records: readonly MadeRecord[]): void {
    if (records[0]?.bornTogether) this.#twins += 1;
    for (const [place, record] of records.entries()) {
      this.#bySource.set(record.source, (this.#bySource.get(record.source) ?? 0) + 1);
      if (record.nhsNumber !== '') this.#nhsNumbers += 1;
      if (record.upn !== '') this.#upns += 1;
      for (const other of records.slice(place + 1)) this.#addPair(record, other);
    }
  }

  #addPair(left: MadeRecord, right: MadeRecord): void {
    this.#pairs += 1;
    for (const field of compared) {
      if (left[field] === '' || right[field] === '') continue;
      this.#both[field] += 1;
      if (left[field] !== right[field]) this.#otherwise[field] += 1;
    }
  }
}
