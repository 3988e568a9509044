import { agencies } from './agencies.ts';
import { today } from './day.ts';
import { familyIn } from './family.ts';
import type { County } from './family.ts';
import { NhsNumbers, PupilNumbers, RecordNumbers } from './ids.ts';
import { Places } from './places.ts';
import { randomOf } from './random.ts';
import { recordOf, recordsHeld } from './records.ts';
import type { Written } from './records.ts';

/** What to make: about so many records (the last family is whole), from a seed, with families or of only children. */
export type Making = { readonly records: number; readonly seed: number; readonly families?: boolean };

/** A record with where it stands, and the truth, which nobody who links may read. */
export type MadeRecord = Written & {
  /** once in all: the agency and a number without order */
  readonly id: string;
  readonly source: string;
  readonly person: string;
  readonly family: string;
  /** has a brother or sister of the same birth */
  readonly bornTogether: boolean;
  readonly origin: string;
};

/** Families one after another, each with the records that four agencies hold of its children. */
export function* makeFamilies(making: Making): Generator<readonly MadeRecord[]> {
  const withFamilies = making.families ?? true;
  const households = Math.max(1, Math.round(making.records / (withFamilies ? 3.9 : 2.1)));
  const county: County = {
    places: new Places(households),
    schools: Math.max(3, Math.round(making.records / 900)),
    onlyChildren: !withFamilies,
  };
  const given = new Given(making);
  let made = 0;
  for (let number = 0; made < making.records; number += 1) {
    const records = recordsOfFamily(county, given, number);
    made += records.length;
    yield records;
  }
}

/** The numbers that are given out as families are made. */
class Given {
  readonly seed: number;
  readonly nhsNumbers: NhsNumbers;
  readonly pupilNumbers = new PupilNumbers();
  readonly recordNumbers: RecordNumbers;
  people = 0;

  constructor({ seed, records }: Making) {
    this.seed = seed;
    this.nhsNumbers = new NhsNumbers(seed);
    this.recordNumbers = new RecordNumbers(records + 10_000, seed);
  }
}

function recordsOfFamily(county: County, given: Given, number: number): MadeRecord[] {
  const random = randomOf(given.seed, number);
  const family = familyIn(county, random);
  return family.children.flatMap((child, place) => {
    const school = random.chance(0.8) ? family.school : random.whole(county.schools);
    const entered = 2011 + Math.floor((child.born - (today - 18 * 365)) / 365.25);
    const upn = given.pupilNumbers.next(school, entered);
    const known = { child, family, upn, nhsNumber: given.nhsNumbers.next() };
    given.people += 1;
    const person = `person-${given.people}`;
    return agencies.flatMap((agency) =>
      Array.from({ length: recordsHeld(child, agency, random) }, () => ({
        id: `${agency.name}-${String(given.recordNumbers.next()).padStart(8, '0')}`,
        source: agency.name,
        ...recordOf(known, agency, random),
        person,
        family: `family-${number + 1}`,
        bornTogether: child.twin || (family.children[place + 1]?.twin ?? false),
        origin: child.naming.origin.name,
      })),
    );
  });
}
