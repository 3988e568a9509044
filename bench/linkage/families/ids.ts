import { randomOf, shuffledPlace } from './random.ts';

/**
 * NHS numbers with their check digit: nine digits weighed 10 down to 2, the check digit makes the sum a multiple of
 * 11, and a number whose check digit would be 10 is never given out. All begin with 5, and follow one another in a
 * shuffled order, so that brothers and sisters never have numbers that look alike.
 */
export class NhsNumbers {
  #next = 0;
  readonly #key: number;

  constructor(seed: number) {
    this.#key = seed;
  }

  next(): string {
    for (;;) {
      const body = `5${String(shuffledPlace(this.#next, 100_000_000, this.#key)).padStart(8, '0')}`;
      this.#next += 1;
      const check = nhsCheckDigit(body);
      if (check < 10) return `${body}${check}`;
    }
  }
}

/** The tenth digit that goes with nine; 10 where there is none. */
export function nhsCheckDigit(nine: string): number {
  let sum = 0;
  for (let place = 0; place < 9; place += 1) sum += Number(nine[place]) * (10 - place);
  return (11 - (sum % 11)) % 11;
}

const upnLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/**
 * Unique pupil numbers: a check letter, the authority, the school, the year of entry, and a serial. A school gives its
 * serials out of order. Authorities are numbered from 971 on, which no authority has.
 */
export class PupilNumbers {
  readonly #given = new Map<number, number>();

  next(school: number, year: number): string {
    const book = school * 100 + (year % 100);
    const before = this.#given.get(book) ?? 0;
    this.#given.set(book, before + 1);
    const serial = (before * 389 + school * 17) % 1000;
    const twelve = `${971 + (school % 9)}${4000 + Math.floor(school / 9)}${String(year % 100).padStart(2, '0')}${String(serial).padStart(3, '0')}`;
    return `${upnCheckLetter(twelve)}${twelve}`;
  }
}

/** The letter that goes before twelve digits: weighed 2 to 13, summed, modulo 23. */
export function upnCheckLetter(twelve: string): string {
  let sum = 0;
  for (let place = 0; place < 12; place += 1) sum += Number(twelve[place]) * (place + 2);
  return upnLetters[sum % 23] ?? '';
}

/** Numbers that an agency gives its records: no order, each once, `size` of them at most. */
export class RecordNumbers {
  #next = 0;
  readonly #size: number;
  readonly #key: number;

  constructor(size: number, key: number) {
    this.#size = size;
    this.#key = randomOf(key, 7).whole(2 ** 30);
  }

  next(): number {
    const number = shuffledPlace(this.#next, this.#size, this.#key);
    this.#next += 1;
    return number;
  }
}
