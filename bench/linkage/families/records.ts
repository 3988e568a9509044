import type { Agency } from './agencies.ts';
import { dayOf, today, written } from './day.ts';
import type { Child, Family } from './family.ts';
import { nicknames } from './names/nicknames.ts';
import { respelt } from './names/respelt.ts';
import type { Home } from './places.ts';
import type { Random } from './random.ts';
import { misdated, misdialled, mispostcoded, misspelt, withoutMarks } from './slips.ts';

/** What an agency wrote of a child; empty text where it wrote nothing. */
export type Written = {
  readonly nhsNumber: string;
  readonly upn: string;
  readonly forename: string;
  readonly middle: string;
  readonly surname: string;
  readonly sex: string;
  readonly born: string;
  readonly address: string;
  readonly postcode: string;
  readonly recordedOn: string;
};

/** A child with the numbers it was given. */
export type Known = {
  readonly child: Child;
  readonly family: Family;
  readonly nhsNumber: string;
  readonly upn: string;
};

/** How many records this agency has of the child. */
export function recordsHeld(child: Child, agency: Agency, random: Random): number {
  const held = child.born + agency.fromAge * 365 <= today && random.chance(agency.holds);
  if (!held) return 0;
  if (!random.chance(agency.again)) return 1;
  return random.chance(agency.again) ? 3 : 2;
}

/** One record of a child, with what the agency leaves out, mistakes and knows from before. */
export function recordOf({ child, family, nhsNumber, upn }: Known, agency: Agency, random: Random): Written {
  const began = beganOn(child, agency, random);
  const { empty, slips } = agency;
  const home = homeOn({ family, agency, began }, random);
  const left = (text: string, share: number): string => (random.chance(share) ? '' : text);
  const slipped = (text: string, share: number, slip: (text: string, random: Random) => string): string =>
    random.chance(share) && text !== '' ? slip(text, random) : text;
  const names = namesWritten(child, { agency, began }, random);
  const postcode = left(slipped(home.postcode, slips.postcode, mispostcoded), empty.postcode);
  return {
    nhsNumber: left(slipped(nhsNumber, slips.id, misdialled), empty.nhsNumber),
    upn: began - child.born < 1400 ? '' : left(slipped(upn, slips.id, misdialled), empty.upn),
    forename: left(slipped(names.forename, slips.name, misspelt), empty.forename),
    middle: left(slipped(child.middle, slips.name, misspelt), empty.middle),
    surname: left(slipped(names.surname, slips.name, misspelt), empty.surname),
    sex: left(random.chance(slips.sex) ? (child.sex === 'F' ? 'M' : 'F') : child.sex, empty.sex),
    born: left(bornAsWritten(child, slips.born, random), empty.born),
    address: postcode === '' ? '' : home.address,
    postcode,
    recordedOn: written(began),
  };
}

function beganOn(child: Child, agency: Agency, random: Random): number {
  const first = child.born + Math.round(agency.fromAge * 365.25);
  if (agency.name === 'health' && random.chance(0.72)) return Math.min(today, child.born + random.whole(40));
  if (agency.name === 'school' && random.chance(0.7)) return Math.min(today, first + random.whole(360));
  return first + random.whole(today - Math.min(today, first) + 1);
}

function homeOn(
  { family, agency, began }: { family: Family; agency: Agency; began: number },
  random: Random,
): Home {
  if (family.otherHome && random.chance(agency.otherHome)) return family.otherHome;
  const day = random.chance(agency.addressOfToday) ? today : began + random.whole(today - began + 1);
  const home = family.homes.findLast(({ from }) => from <= day) ?? family.homes[0];
  if (!home) throw new Error('a family lives somewhere');
  return home.home;
}

type Names = { readonly forename: string; readonly surname: string };

function namesWritten(
  child: Child,
  { agency, began }: { agency: Agency; began: number },
  random: Random,
): Names {
  const marks = (name: string): string =>
    agency.keepsMarks && random.chance(0.7) ? name : withoutMarks(name);
  const surname = marks(surnameWritten(child, agency, random));
  if (began - child.born < 42 && random.chance(agency.placeholder))
    return { forename: standIn(child, random), surname };
  const forename = marks(calledBy(child, agency, random));
  const swap = (child.naming.origin.swapped ?? 2) / 1000;
  return random.chance(swap) ? { forename: surname, surname: forename } : { forename, surname };
}

function calledBy(child: Child, agency: Agency, random: Random): string {
  const short = nicknames.get(child.forename);
  if (short && random.chance(agency.calledByNickname * 2)) return random.one(short);
  if (child.middle !== '' && random.chance(agency.calledByMiddle)) return child.middle;
  const [first = child.forename] = child.forename.split('-');
  if (first !== child.forename && random.chance(0.15))
    return random.chance(0.5) ? first : child.forename.replace('-', ' ');
  return random.chance(child.naming.origin.share > 500 ? 0.008 : 0.03)
    ? respelt(child.forename, random)
    : child.forename;
}

function surnameWritten({ surname, otherSurname, naming }: Child, agency: Agency, random: Random): string {
  if (otherSurname !== '' && random.chance(agency.otherSurname)) {
    if (surname.includes('-'))
      return random.chance(0.6) ? otherSurname : surname.split('-').reverse().join('-');
    return random.chance(0.62) ? otherSurname : `${surname}-${otherSurname}`;
  }
  if (surname.includes('-') && random.chance(0.2)) return surname.replace('-', ' ');
  return random.chance(naming.origin.share > 500 ? 0.004 : 0.02) ? respelt(surname, random) : surname;
}

function standIn(child: Child, random: Random): string {
  if (child.twin) return random.one(['Twin Two', 'Twin 2', 'Baby']);
  const girl = child.sex === 'F';
  return random.one([
    'Baby',
    girl ? 'Baby Girl' : 'Baby Boy',
    girl ? 'Female Infant' : 'Male Infant',
    'Infant',
    'Baby Of',
  ]);
}

function bornAsWritten({ born, naming }: Child, slips: number, random: Random): string {
  const day = written(born);
  if (random.chance((naming.origin.firstOfJanuary ?? 0.6) / 1000))
    return written(dayOf(Number(day.slice(0, 4)), 1, 1));
  return random.chance(slips) ? misdated(day, random) : day;
}
