import { leavesOf } from '../comparing/fields.ts';
import { keyOf } from '../model/expression.ts';
import type { Comparison, Expression, LinkageModel } from '../model/model.ts';
import type { Records } from '../records/records.ts';
import { codesInLeft } from '../records/same-values.ts';
import { valueCounts } from '../records/value-counts.ts';
import { called, comparisonCalled, equalKeyOf } from '../comparing/what-is-compared.ts';

/** How the records bear a record's forename. */
export type NamesInUse = {
  /** so many bear it that it is a name of its own, and no slip of the pen */
  readonly isOwn: (record: number) => boolean;
  /** more bear it as a surname: given and family name may stand in each other's place */
  readonly isRatherSurname: (record: number) => boolean;
};

/** A name of its own is borne by one child in so many, and by so many records at least. */
const [oneIn, atLeast] = [3000, 10];

/** Whether so many bearers of so many make a name. */
export function isBorne(bearers: number, of: number): boolean {
  return bearers >= atLeast && bearers * oneIn >= of;
}

/** Where a model compares a child's names and home: the places of the comparisons, and what each asks to be equal. */
export type NamesCompared = {
  readonly forename: number;
  readonly surname: number;
  readonly home: number;
  readonly forenameOf: Expression;
  readonly surnameOf: Expression;
};

/** The comparisons of names and home; undefined where one of them is missing. */
export function namesComparedIn(model: Pick<LinkageModel, 'comparisons'>): NamesCompared | undefined {
  const [forename, surname, home] = [called.forename, called.surname, called.home].map((pattern) =>
    comparisonCalled(model, pattern),
  );
  const [forenameOf, surnameOf] = [forename, surname].map((each) => each && equalKeyOf(each));
  if (!forename || !surname || !home || !forenameOf || !surnameOf) return undefined;
  const placeOf = (comparison: Comparison): number => model.comparisons.indexOf(comparison);
  return {
    forename: placeOf(forename),
    surname: placeOf(surname),
    home: placeOf(home),
    forenameOf,
    surnameOf,
  };
}

/** How records bear their forenames, counted over all of them. */
export function namesInUse(
  records: Pick<Records, 'columns'>,
  { forenameOf, surnameOf }: NamesCompared,
): NamesInUse | undefined {
  const forename = records.columns.get(keyOf(forenameOf));
  const surname = records.columns.get(keyOf(surnameOf));
  if (!forename || !surname) return undefined;
  const { counts, known } = valueCounts(forename);
  const asSurname = new Float64Array(counts.length);
  const ofSurnames = valueCounts(surname).counts;
  for (const [code, inForenames] of codesInLeft(forename, surname).entries())
    if (inForenames >= 0) asSurname[inForenames] = ofSurnames[code] ?? 0;
  const codeOf = (record: number): number => forename.codes[record] ?? -1;
  return {
    isOwn: (record) => isBorne(counts[codeOf(record)] ?? 0, known),
    isRatherSurname: (record) => (asSurname[codeOf(record)] ?? 0) > (counts[codeOf(record)] ?? 0),
  };
}

/** A pair of records, and where its answers begin. */
type Pair = {
  readonly left: number;
  readonly right: number;
  readonly answers: Int8Array;
  readonly at: number;
};

/**
 * Whether a pair that no number joins may as well be of two twins, by its names: where nothing is known of the forename
 * and neither surname nor home are the same; where a forename is rather a surname and the surname is not the same,
 * which then is the forename; or where it is only likely, and both forenames are names of their own (Harri and Harry).
 */
export function doubtOf(
  model: Pick<LinkageModel, 'comparisons'>,
  compared: NamesCompared,
  names: NamesInUse,
): (pair: Pair, isSure: boolean) => boolean {
  const { forename, surname, home } = compared;
  const isOther = model.comparisons[forename]?.levels.map(({ when }) =>
    leavesOf(when).some(({ is }) => is !== 'equal' && is !== 'agree'),
  );
  return ({ left, right, answers, at }, isSure) => {
    const name = answers[at + forename] ?? -1;
    const isSameSurname = answers[at + surname] === 0;
    if (name < 0) return !isSameSurname && answers[at + home] !== 0;
    if (!isSameSurname && (names.isRatherSurname(left) || names.isRatherSurname(right))) return true;
    return !isSure && isOther?.[name] === true && names.isOwn(left) && names.isOwn(right);
  };
}
