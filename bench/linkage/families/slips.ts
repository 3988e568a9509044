import type { Random } from './random.ts';

const beside: Readonly<Record<string, string>> = {
  a: 'qs', b: 'vn', c: 'xv', d: 'sf', e: 'wr', f: 'dg', g: 'fh', h: 'gj', i: 'uo', j: 'hk', k: 'jl', l: 'ko', m: 'n',
  n: 'bm', o: 'ip', p: 'o', q: 'wa', r: 'et', s: 'ad', t: 'ry', u: 'yi', v: 'cb', w: 'qe', x: 'zc', y: 'tu', z: 'x',
}; // prettier-ignore
const lookAlike: readonly (readonly [string, string])[] = [
  ['rn', 'm'], ['m', 'rn'], ['cl', 'd'], ['l', 'i'], ['i', 'l'], ['u', 'v'], ['e', 'c'], ['n', 'h'],
]; // prettier-ignore
const soundAlike: readonly (readonly [RegExp, string])[] = [
  [/ph/, 'f'], [/ck/, 'k'], [/c(?=[aou])/, 'k'], [/y/, 'i'], [/ie/, 'ei'], [/ei/, 'ie'], [/gh/, 'g'], [/wh/, 'w'],
  [/s(?=[aeiou])/, 'z'], [/oo/, 'u'], [/ee/, 'ea'], [/kn/, 'n'], [/x/, 'cks'], [/tt/, 't'], [/ss/, 's'],
]; // prettier-ignore

/** A slip of the pen in a name: a letter dropped, doubled, swapped, struck beside, misread, misheard, or the end cut. */
export function misspelt(name: string, random: Random): string {
  if (name.length < 3) return name;
  const at = 1 + random.whole(name.length - 1);
  switch (random.whole(9)) {
    case 0:
      return name.slice(0, at) + name.slice(at + 1);
    case 1:
      return name.slice(0, at) + (name[at] ?? '') + name.slice(at);
    case 2:
    case 3:
      return swappedAt(name, at);
    case 4:
    case 5:
      return struckBeside(name, at, random);
    case 6:
      return misread(name, random);
    case 7:
      return misheard(name, random);
    default:
      return name.length > 6
        ? name.slice(0, Math.max(4, name.length - 1 - random.whole(3)))
        : swappedAt(name, at);
  }
}

function swappedAt(name: string, at: number): string {
  const place = Math.min(at, name.length - 2);
  return name.slice(0, place) + (name[place + 1] ?? '') + (name[place] ?? '') + name.slice(place + 2);
}

function struckBeside(name: string, at: number, random: Random): string {
  const keys = beside[(name[at] ?? '').toLowerCase()] ?? 'e';
  return name.slice(0, at) + (keys[random.whole(keys.length)] ?? 'e') + name.slice(at + 1);
}

function misread(name: string, random: Random): string {
  const fitting = lookAlike.filter(([from]) => name.includes(from, 1));
  const [first, ...others] = fitting;
  if (!first) return swappedAt(name, 1);
  const [from, to] = random.one([first, ...others]);
  const at = name.indexOf(from, 1);
  return name.slice(0, at) + to + name.slice(at + from.length);
}

function misheard(name: string, random: Random): string {
  const fitting = soundAlike.filter(([from]) => from.test(name));
  const [first, ...others] = fitting;
  if (!first) return swappedAt(name, 1);
  const [from, to] = random.one([first, ...others]);
  return name.replace(from, to);
}

/** A digit changed, or two neighbours swapped. */
export function misdialled(digits: string, random: Random): string {
  const places = [...digits].flatMap((letter, place) => (/\d/.test(letter) ? [place] : []));
  const at = places[random.whole(places.length)];
  if (at === undefined) return digits;
  if (random.chance(0.5) && /\d/.test(digits[at + 1] ?? ''))
    return digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2);
  const other = (Number(digits[at]) + 1 + random.whole(9)) % 10;
  return digits.slice(0, at) + String(other) + digits.slice(at + 1);
}

/** A day with a slip that leaves a day: day and month the other way round, a digit, or a year beside. */
export function misdated(day: string, random: Random): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const kind = random.share();
  if (kind < 0.35 && Number(date) <= 12) return `${year}-${date}-${month}`;
  if (kind < 0.5) return `${Number(year) + (random.chance(0.5) ? 1 : -1)}-${month}-${date}`;
  const slipped = `${year}-${month}-${misdialled(date, random)}`;
  const stands = !Number.isNaN(Date.parse(slipped)) && new Date(slipped).toISOString().startsWith(slipped);
  return stands
    ? slipped
    : `${year}-${String((Number(month) % 12) + 1).padStart(2, '0')}-${date > '28' ? '28' : date}`;
}

/** A postcode with a slip: a digit or a letter of its inward part. */
export function mispostcoded(postcode: string, random: Random): string {
  if (random.chance(0.45)) return misdialled(postcode, random);
  const at = postcode.length - 1 - random.whole(2);
  const letters = 'ABDEFGHJLNPQRSTUWXYZ';
  return postcode.slice(0, at) + (letters[random.whole(letters.length)] ?? 'A') + postcode.slice(at + 1);
}

/** Letters without their marks, as older systems keep them. */
export function withoutMarks(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replaceAll('ı', 'i');
}
