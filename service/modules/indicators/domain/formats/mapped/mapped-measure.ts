import { factsFromName, measureId, measureOfId } from '../../measure-facts.ts';
import type { MeasureFacts } from '../../measure-facts.ts';
import type { PublishedMeasure } from '../../observation.ts';
import type { MeasureOfFile } from './column-mapping.ts';

type NewMeasure = Extract<MeasureOfFile, { named: 'new' }>;
type NamedInColumn = Extract<MeasureOfFile, { named: 'in-column' }>;

/** A strategy names a measure by a code of at most 200 letters. */
const longest = { publication: 80, title: 110 };

/** Letters and digits of any script, the rest dashes; undefined where there are none. */
function slugOf(text: string, most: number): string | undefined {
  const slug = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, most)
    .replaceAll(/^-+|-+$/g, '');
  return slug === '' ? undefined : slug;
}

/**
 * The code of a measure of a publisher that has no format here: its publication and its title, since two publications may
 * call two things the same. Undefined where neither letters nor digits are in one of them.
 */
export function codeOfOther(publication: string, title: string): string | undefined {
  const from = slugOf(publication, longest.publication);
  const what = slugOf(title, longest.title);
  return from && what ? `${from}:${what}` : undefined;
}

/** What the catalogue is to say of a measure that was described while its file was handed in. */
export function factsOfNew(given: NewMeasure): MeasureFacts | undefined {
  const code = codeOfOther(given.publication, given.title);
  if (code === undefined) return undefined;
  const { title, unit, kind, polarity, publisher, publication, link } = given;
  return {
    ...factsFromName({ source: 'other', code, name: title }),
    ...{ unit, kind, polarity, publisher, publication, link },
    // a count of people or things has no tenths
    ...(kind === 'count' ? { decimals: 0 } : {}),
  };
}

/** What the catalogue is to say of a measure of which a column gave only the name. */
function factsOfNamed(given: NamedInColumn, measure: PublishedMeasure): MeasureFacts {
  const { publisher, publication, link } = given;
  return { ...factsFromName(measure), publisher, publication, link };
}

/** The measure that a whole file is of; undefined where each row names its own, or the name makes no code. */
export function measureOfWholeFile(given: MeasureOfFile): PublishedMeasure | undefined {
  if (given.named === 'known') return measureOfId(given.id);
  if (given.named === 'in-column') return undefined;
  const code = codeOfOther(given.publication, given.title);
  return code === undefined ? undefined : { source: 'other', code, name: given.title };
}

/** What is known here of each measure that a file is of and no catalogue has, by id. */
export function describedBy(
  given: MeasureOfFile | undefined,
  measures: Iterable<PublishedMeasure>,
): ReadonlyMap<string, MeasureFacts> {
  if (!given || given.named === 'known') return new Map();
  const facts =
    given.named === 'new'
      ? [factsOfNew(given)]
      : [...measures].flatMap((measure) =>
          measure.source === 'other' ? [factsOfNamed(given, measure)] : [],
        );
  return new Map(facts.flatMap((each) => (each ? [[measureId(each), each] as const] : [])));
}

/** What a cell that should name a measure came to. */
export type NamedMeasure =
  | { measure: PublishedMeasure }
  | { refused: 'nameless-measure' | 'measure-not-known' | 'own-measure' | 'two-names'; other?: string };

const idShape = /^(?:lait|fingertips|ees|local|other):\S/;

/**
 * Reads the cells of a column that names the measure: an id of the catalogue (`lait:PrevRegCPR`), or a name that the
 * publication gives it. A name is never looked for among other publications' measures. Two names that would bear one code
 * are not taken for one measure.
 */
export function measureNamer(
  given: NamedInColumn,
  isKnown: (id: string) => boolean,
): (cell: string) => NamedMeasure {
  const seen = new Map<string, NamedMeasure>();
  const names = new Map<string, string>();
  const work = (text: string): NamedMeasure => {
    if (text.startsWith('local:')) return { refused: 'own-measure' };
    if (idShape.test(text)) {
      const measure = isKnown(text) ? measureOfId(text) : undefined;
      return measure ? { measure } : { refused: 'measure-not-known' };
    }
    const code = codeOfOther(given.publication, text);
    if (code === undefined) return { refused: 'nameless-measure' };
    const other = names.get(code);
    if (other !== undefined && other !== text) return { refused: 'two-names', other };
    names.set(code, text);
    return { measure: { source: 'other', code, name: text } };
  };
  return (cell) => {
    const text = cell.trim();
    const found = seen.get(text) ?? work(text);
    seen.set(text, found);
    return found;
  };
}
