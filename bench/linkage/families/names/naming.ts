import type { Random } from '../random.ts';
import { africa } from './africa.ts';
import { asia } from './asia.ts';
import { british } from './british.ts';
import { frequenciesOf, joined, nameFrom } from './drawing.ts';
import type { Frequencies } from './drawing.ts';
import { europe } from './europe.ts';
import type { Origin } from './origin.ts';
import { respelt } from './respelt.ts';

/** An origin whose names are ready to be drawn. */
export type Naming = {
  readonly origin: Origin;
  readonly girls: Frequencies;
  readonly boys: Frequencies;
  readonly surnames: Frequencies;
  readonly rarer: Frequencies | undefined;
};

/** Sex as it is written. */
export type Sex = 'F' | 'M';

const namings: readonly Naming[] = [british, ...europe, ...asia, ...africa].map((origin) => ({
  origin,
  girls: frequenciesOf(origin.girls.split(' '), { flat: 7, steep: 0.95 }),
  boys: frequenciesOf(origin.boys.split(' '), { flat: 7, steep: 0.95 }),
  surnames: frequenciesOf(
    origin.surnames.split(' ').map((name) => name.replace('_', ' ')),
    { flat: 4, steep: 0.9 },
  ),
  rarer:
    origin.rarer &&
    frequenciesOf(joined(origin.rarer.beginnings, origin.rarer.endings), { flat: 60, steep: 0.7 }),
}));

const shares = namings.map(({ origin }) => origin.share);
const allShares = shares.reduce((sum, share) => sum + share, 0);

/** Where a family's names come from, as often as families do. */
export function namingOf(random: Random): Naming {
  let left = random.share() * allShares;
  for (const naming of namings) {
    left -= naming.origin.share;
    if (left < 0) return naming;
  }
  return namings[0] ?? failed();
}

/** A family name of this origin. */
export function surnameFrom({ surnames, rarer, origin }: Naming, random: Random): string {
  const rare = rarer && random.chance(origin.rarer?.share ?? 0);
  return nameFrom(rare ? rarer : surnames, random);
}

const second = {
  F: ['Mae', 'Rose', 'Grace', 'Leigh', 'May', 'Louise', 'Marie', 'Rae'],
  M: ['James', 'Lee', 'Jay', 'John', 'Junior', 'Ray'],
} as const;

/** A forename: one in eight is spelt in a rarer way, and some British ones are two names in one. */
export function forenameFrom(naming: Naming, sex: Sex, random: Random): string {
  const plain = nameFrom(sex === 'F' ? naming.girls : naming.boys, random);
  const name = random.chance(0.12) ? respelt(plain, random) : plain;
  const doubled = naming.origin.name.startsWith('British') && random.chance(sex === 'F' ? 0.06 : 0.02);
  return doubled ? `${name}-${random.one(second[sex])}` : name;
}

function failed(): never {
  throw new Error('there are no names to draw from');
}
