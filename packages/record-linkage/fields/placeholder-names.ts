/**
 * What is written where a child has no name yet or it is not known. Children first appear under such names: "Baby
 * Girl", "Twin One", "Infant of Sarah". The name is already in plain small letters.
 */
export function isPlaceholder(name: string): boolean {
  return placeholders.has(name) || patterns.some((pattern) => pattern.test(name));
}

const placeholders = new Set([
  'unknown',
  'not known',
  'unk',
  'unborn',
  'un born',
  'unnamed',
  'un named',
  'no name',
  'noname',
  'no forename',
  'no surname',
  'no forename given',
  'name not known',
  'not given',
  'not recorded',
  'not stated',
  'not applicable',
  'not yet named',
  'to be confirmed',
  'to be advised',
  'tbc',
  'tba',
  'n a',
  'nk',
  'none',
  'null',
  'test',
  'test patient',
  'dummy',
  'anonymous',
  'anon',
  'withheld',
  'confidential',
  'redacted',
]);

const sex = '(boy|girl|male|female|m|f)';
const order = '(one|two|three|four|1|2|3|4|i|ii|iii|a|b|c|d|first|second|third)';

const patterns: readonly RegExp[] = [
  new RegExp(`^(the )?(new ?born )?(baby|infant|new ?born|neonate|unborn)( ${sex})?( ${order})?$`),
  new RegExp(`^(the )?child (${sex}|${order})$`),
  new RegExp(`^(male|female)( (baby|infant|child|new ?born))?( ${order})?$`),
  new RegExp(`^(baby |unborn )?(${sex} )?(twin|triplet|quad|quadruplet)( ${sex})?( ${order})?$`),
  new RegExp(`^(first|second|third) (twin|triplet)$`),
  /^(baby|babe|infant|child|new ?born|unborn( baby| child)?|twin( one| two| 1| 2| i| ii)?|son|daughter) of( .*)?$/,
  /^(baby|infant) (boy|girl) of( .*)?$/,
  /^(also )?known as( .*)?$/,
  /^x{2,}$/,
  /^z{3,}$/,
];
