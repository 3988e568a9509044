import { done, refuse, type Result } from '../../result.ts';
import type { LinkageModel, LinkType } from '../model.ts';
import { comparisonFor } from './comparisons.ts';
import { recognise, wordsOf, type Kind, type Recognised, type SampledColumn } from './recognise.ts';
import { rulesFor } from './rules.ts';

export type { Kind, SampledColumn } from './recognise.ts';

/** What is known of the files for which a model is wanted. */
export type Wanted = {
  readonly columns: readonly SampledColumn[];
  readonly linkType?: LinkType;
  readonly idColumn?: string;
  readonly sourceColumn?: string;
  /** columns that must not be compared, such as one with the truth */
  readonly leaveOut?: readonly string[];
  /** how many records there are; few allow wider blocking rules */
  readonly records?: number;
};

/** A model that is not trained yet, and why it is as it is. */
export type Proposal = {
  readonly model: LinkageModel;
  /** what each compared column was taken for */
  readonly taken: readonly { readonly column: string; readonly kind: Kind; readonly because: string }[];
  readonly leftOut: readonly { readonly column: string; readonly because: string }[];
  /** the whole of it in sentences for a person */
  readonly words: readonly string[];
};

/**
 * A model for records of UK children (and, with what there is, of other people), from the names of columns and some
 * of their values: which columns are compared and how, and which pairs are looked at. m and u are left to be learnt.
 * Refused where no column says who somebody is.
 */
export function proposeModel(wanted: Wanted): Result<Proposal> {
  const idColumn = wanted.idColumn ?? idAmong(wanted.columns);
  if (idColumn === undefined)
    return unproposed('idColumn', 'no column names each record', 'Say which column does (idColumn).');
  const sourceColumn = wanted.sourceColumn ?? sourceAmong(wanted.columns);
  const apart = new Set([idColumn, sourceColumn, ...(wanted.leaveOut ?? [])]);
  const seen = recognise(wanted.columns.filter(({ name }) => !apart.has(name)));
  const { taken, leftOut } = chosen(seen);
  const columns = new Map(taken.map(({ kind, column }) => [kind, column]));
  const blockingRules = rulesFor(columns, wanted.records);
  if (taken.length === 0 || blockingRules.length === 0)
    return unproposed(
      'columns',
      'no columns say who somebody is',
      'Name columns such as forename, surname and date of birth.',
    );
  const model: LinkageModel = {
    linkType: wanted.linkType ?? (sourceColumn === undefined ? 'dedupe' : 'link-and-dedupe'),
    idColumn,
    ...(sourceColumn !== undefined && { sourceColumn }),
    prior: 1e-4,
    comparisons: taken.map(({ kind, column }) => comparisonFor(kind, column)),
    blockingRules,
  };
  return done({ model, taken, leftOut, words: wordsOn(model, taken, leftOut) });
}

function unproposed(place: string, what: string, mend: string): Result<never> {
  return refuse({ reason: 'cannot-propose', place, words: `No model can be proposed: ${what}. ${mend}` });
}

type Taken = Proposal['taken'][number];

/** One column a kind; a town, or an address beside a postcode of the UK, would only say again what was said. */
function chosen(seen: readonly Recognised[]): { taken: readonly Taken[]; leftOut: Proposal['leftOut'] } {
  const kinds = new Set(seen.map(({ kind }) => kind));
  const taken: Taken[] = [];
  const leftOut: { column: string; because: string }[] = [];
  for (const { column, kind, because } of seen) {
    const before = taken.find((other) => other.kind === kind);
    if (kind === undefined) leftOut.push({ column, because });
    else if (before) leftOut.push({ column, because: `${before.column} is compared already` });
    else if (saysAgain(kind, kinds)) leftOut.push({ column, because: 'the postcode says it already' });
    else taken.push({ column, kind, because });
  }
  return { taken, leftOut };
}

function saysAgain(kind: Kind, kinds: ReadonlySet<Kind | undefined>): boolean {
  if (kind === 'town') return kinds.has('postcode') || kinds.has('other-postcode');
  return kind === 'address' && kinds.has('postcode');
}

function idAmong(columns: readonly SampledColumn[]): string | undefined {
  const unique = columns.filter(({ values, namesEachRecord }) => {
    if (namesEachRecord !== undefined) return namesEachRecord;
    const known = values.filter((value) => value !== null && value !== undefined && value !== '');
    return known.length === values.length && known.length > 0 && new Set(known).size === known.length;
  });
  const names = [/^unique id$/, /^(record|rec|row) (id|number|no)$/, /^id$/, /\bid$/];
  for (const pattern of names) {
    const found = unique.find(({ name }) => pattern.test(wordsOf(name)) && !/nhs|upn/.test(wordsOf(name)));
    if (found) return found.name;
  }
  return undefined;
}

/** The column that says which source a record came from, by its name. */
export function sourceAmong(columns: readonly SampledColumn[]): string | undefined {
  return columns.find(({ name }) => /^(source|source dataset|agency|data ?set)$/.test(wordsOf(name)))?.name;
}

const called: Readonly<Record<Kind, string>> = {
  'nhs-number': 'an NHS number (its check digit must be right)',
  upn: 'a unique pupil number (its check letter must be right; temporary ones say nothing)',
  forename: 'a forename',
  surname: 'a surname',
  'full-name': 'a whole name',
  birth: 'a date of birth',
  sex: 'a sex',
  postcode: 'a postcode',
  'other-postcode': 'a postcode of another country',
  email: 'an e-mail address',
  phone: 'a telephone number',
  address: 'an address',
  town: 'a town',
  identifier: 'an identifier',
};

function wordsOn(
  model: LinkageModel,
  taken: readonly Taken[],
  leftOut: Proposal['leftOut'],
): readonly string[] {
  return [
    `Records are named by ${model.idColumn}${model.sourceColumn ? ` within ${model.sourceColumn}` : ''}.`,
    ...taken.map(({ column, kind, because }) => `${column} is compared as ${called[kind]}: ${because}.`),
    ...leftOut.map(({ column, because }) => `${column} is not compared: ${because}.`),
    `Pairs are looked at where one of these agrees: ${model.blockingRules.map(({ name }) => name).join('; ')}.`,
  ];
}
