import { cleaners } from '../../fields/cleaners.ts';

/** What a column can be taken for. */
export type Kind =
  | 'nhs-number'
  | 'upn'
  | 'forename'
  | 'surname'
  | 'full-name'
  | 'birth'
  | 'sex'
  | 'postcode'
  | 'other-postcode'
  | 'email'
  | 'phone'
  | 'address'
  | 'town'
  | 'identifier';

/** A column with some of its values; what is missing may be left out or null. */
export type SampledColumn = {
  readonly name: string;
  readonly values: readonly (string | null | undefined)[];
  /** whether each record of its source has another value; where it is not said, the values here say so */
  readonly namesEachRecord?: boolean;
};

/** What a column was taken for, and why; no kind where it is left out. */
export type Recognised = { readonly column: string; readonly kind?: Kind; readonly because: string };

/** How a kind is known: by words of the column's name, by a cleaner that most values pass, or by both. */
type Sign = {
  readonly kind: Kind;
  readonly name: RegExp;
  /** how many of the values that are there the cleaner must find good */
  readonly passes?: { readonly cleaner: string; readonly share: number };
  /** whether the values say enough without the name */
  readonly valuesSuffice?: true;
};

const signs: readonly Sign[] = [
  { kind: 'nhs-number', name: /nhs/, passes: { cleaner: 'nhs-number', share: 0.5 }, valuesSuffice: true },
  {
    kind: 'upn',
    name: /\bupn\b|pupil number/,
    passes: { cleaner: 'any-upn', share: 0.5 },
    valuesSuffice: true,
  },
  {
    kind: 'postcode',
    name: /post ?code|pcode|\bpc\b/,
    passes: { cleaner: 'postcode', share: 0.5 },
    valuesSuffice: true,
  },
  { kind: 'other-postcode', name: /post ?code|\bzip/ },
  { kind: 'email', name: /e ?mail/, passes: { cleaner: 'email', share: 0.5 }, valuesSuffice: true },
  { kind: 'phone', name: /phone|mobile|\btel\b/, passes: { cleaner: 'phone', share: 0.4 } },
  { kind: 'birth', name: /birth|\bdob\b|born/, passes: { cleaner: 'day', share: 0.5 } },
  { kind: 'sex', name: /\bsex\b|gender/, passes: { cleaner: 'sex', share: 0.5 } },
  {
    kind: 'forename',
    name: /fore ?name|first ?name|given ?name|christian/,
    passes: { cleaner: 'name', share: 0.3 },
  },
  { kind: 'surname', name: /surname|last ?name|family ?name/, passes: { cleaner: 'name', share: 0.3 } },
  {
    kind: 'full-name',
    name: /^(full |child |pupil |person |patient )?name$/,
    passes: { cleaner: 'name', share: 0.3 },
  },
  { kind: 'address', name: /address( ?1| line ?1)?$|street(?! ?n)/, passes: { cleaner: 'name', share: 0.3 } },
  { kind: 'town', name: /\b(town|city|suburb|district|village)\b/, passes: { cleaner: 'name', share: 0.3 } },
  { kind: 'identifier', name: /\b(ssn|nino|soc|insurance|national id|passport|upi|uln)\b/ },
];

/** Columns that answer the question or say how the file was made, so that they must not be compared. */
const answers = /^(cluster|person|family|truth|true|label|match|group|household|entity)\b|\btrue id\b/;

/** What each column is taken for, and why, in the order of the columns. */
export function recognise(columns: readonly SampledColumn[]): readonly Recognised[] {
  return columns.map(({ name, values }) => {
    const words = wordsOf(name);
    const known = values.flatMap((value) => (value?.trim() ? [value] : []));
    if (known.length === 0) return { column: name, because: 'it has no values' };
    if (answers.test(words)) return { column: name, because: 'it looks like an answer to who is who' };
    for (const sign of signs) {
      const because = reasonFor(sign, words, known);
      if (because !== undefined) return { column: name, kind: sign.kind, because };
    }
    return { column: name, because: 'nothing says what it means' };
  });
}

function reasonFor(sign: Sign, words: string, known: readonly string[]): string | undefined {
  const named = sign.name.test(words);
  if (!sign.passes) return named ? 'its name says so' : undefined;
  const clean = cleaners.get(sign.passes.cleaner);
  const share = known.filter((value) => clean?.(value) !== undefined).length / known.length;
  if (share < sign.passes.share || (!named && (share < 0.9 || known.length < 5 || !sign.valuesSuffice)))
    return undefined;
  const percent = `${Math.round(share * 100)}% of its values are valid`;
  return named ? `its name says so, and ${percent}` : percent;
}

/** A column's name as words: `NHS_Number`, `nhsNumber` and `nhs number` are one. */
export function wordsOf(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
