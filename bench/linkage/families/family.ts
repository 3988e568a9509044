import { oldest, today } from './day.ts';
import { isShortFor } from './names/nicknames.ts';
import { forenameFrom, namingOf, surnameFrom } from './names/naming.ts';
import type { Naming, Sex } from './names/naming.ts';
import { sharedHome } from './places.ts';
import type { Home, Places } from './places.ts';
import type { Random } from './random.ts';

/** A child as it truly is; what agencies write of it is another matter. */
export type Child = {
  readonly sex: Sex;
  readonly forename: string;
  readonly middle: string;
  readonly surname: string;
  /** the surname of the parent whose name the child does not bear, where agencies may have it */
  readonly otherSurname: string;
  readonly born: number;
  readonly naming: Naming;
  /** born together with the child before */
  readonly twin: boolean;
};

/** A household: its children, and where it lived from when. */
export type Family = {
  readonly children: readonly Child[];
  readonly homes: readonly { readonly from: number; readonly home: Home }[];
  /** where the other parent lives, if parents live apart */
  readonly otherHome: Home | undefined;
  readonly school: number;
};

/** What a family is made in. */
export type County = { readonly places: Places; readonly schools: number; readonly onlyChildren: boolean };

/** A family of one to eight children, or one child where families are left out. */
export function familyIn(county: County, random: Random): Family {
  const children = county.onlyChildren ? childrenOf(random, 1) : childrenOf(random, howMany(random));
  return {
    children,
    homes: homesOf(county.places, random),
    otherHome: random.chance(0.14) ? county.places.home(random) : undefined,
    school: random.whole(county.schools),
  };
}

function howMany(random: Random): number {
  const share = random.share();
  if (share < 0.3) return 1;
  if (share < 0.68) return 2;
  if (share < 0.87) return 3;
  if (share < 0.95) return 4;
  return 5 + random.whole(4);
}

/** The children of one home; one family in eleven brings those of an earlier union, under another surname. */
function childrenOf(random: Random, wanted: number): Child[] {
  const naming = namingOf(random);
  const earlier = random.chance(0.09) ? 1 + random.whole(2) : 0;
  const initial = random.chance(0.07);
  const before = unionOf(random.chance(0.7) ? naming : namingOf(random), random);
  const after = unionOf(naming, random);
  const children: Child[] = [];
  let born = oldest + random.whole(today - oldest + 1);
  while (children.length < wanted && born <= today) {
    const union = children.length < earlier ? before : after;
    children.push(childOf({ union, born, twin: false, children, initial }, random));
    while (children.length < wanted && random.chance(children.at(-1)?.twin ? 0.015 : 0.016))
      children.push(childOf({ union, born, twin: true, children, initial }, random));
    born += Math.floor(320 - Math.log(1 - random.share()) * 760);
  }
  return children;
}

type Union = { readonly naming: Naming; readonly surname: string; readonly otherSurname: string };

function unionOf(naming: Naming, random: Random): Union {
  const his = surnameFrom(naming, random);
  const hers = surnameFrom(random.chance(0.88) ? naming : namingOf(random), random);
  const share = random.share();
  if (share < 0.52) return { naming, surname: his, otherSurname: random.chance(0.25) ? hers : '' };
  if (share < 0.74) return { naming, surname: his, otherSurname: hers };
  if (share < 0.91) return { naming, surname: hers, otherSurname: random.chance(0.4) ? his : '' };
  return { naming, surname: `${hers}-${his}`, otherSurname: his };
}

type Birth = {
  readonly union: Union;
  readonly born: number;
  readonly twin: boolean;
  readonly children: readonly Child[];
  readonly initial: boolean;
};

function childOf({ union, born, twin, children, initial }: Birth, random: Random): Child {
  const { naming } = union;
  const before = children.at(-1);
  const alike = twin && random.chance(0.35) && before;
  const sex: Sex = alike ? alike.sex : random.chance(0.513) ? 'M' : 'F';
  const surname =
    sex === 'F' && naming.origin.ofGirls
      ? naming.origin.ofGirls(union.surname, random.share())
      : union.surname;
  const taken = new Set(children.map(({ forename }) => forename));
  const like = initial || (twin && random.chance(0.25)) ? before?.forename : undefined;
  const forename = forenameBeside({ naming, sex, taken, like }, random);
  const middle = random.chance(0.62) ? forenameFrom(naming, sex, random) : '';
  return { sex, forename, middle, surname, otherSurname: union.otherSurname, born, naming, twin };
}

type Beside = {
  readonly naming: Naming;
  readonly sex: Sex;
  readonly taken: ReadonlySet<string>;
  readonly like: string | undefined;
};

/**
 * A forename that no brother or sister bears or is called for short; some families like one initial, and some call every
 * son Muhammad.
 */
function forenameBeside({ naming, sex, taken, like }: Beside, random: Random): string {
  for (let turn = 0; ; turn += 1) {
    const name = forenameFrom(naming, sex, random);
    const muhammad = /^M[ou]h/.test(name) && turn === 0 && random.chance(0.3);
    const isTaken = [...taken].some((other) => name === other || isShortFor(name, other));
    if (isTaken && !muhammad && turn < 200) continue;
    if (like === undefined || turn > 40 || name[0] === like[0]) return name;
  }
}

function homesOf(places: Places, random: Random): { from: number; home: Home }[] {
  const start = random.chance(0.012) ? sharedHome(places, random) : places.home(random);
  const homes = [{ from: oldest - 1, home: start }];
  const restless = random.chance(0.15) ? 700 : 4200;
  let day = oldest;
  for (;;) {
    day += Math.floor(-Math.log(1 - random.share()) * restless);
    if (day > today) return homes;
    const near = random.chance(0.6) ? homes.at(-1)?.home : undefined;
    homes.push({ from: day, home: places.home(random, near) });
  }
}
