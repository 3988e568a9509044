import { isOver, type Action } from '../action.ts';

/** What two actions are compared by. */
export type Comparable = Pick<Action, 'title' | 'what' | 'element' | 'measureId'>;

/** Why two actions may be the same work, in the order in which it convinces. */
export type Likeness = { sharedWords: readonly string[]; sameElement: boolean; sameMeasure: boolean };

const small = new Set(
  'a all an and are as at be by can children each every families for from have in is it its of on or our so that the their them they this to up we what when who with young'.split(
    ' ',
  ),
);

const byWordsAlone = 0.5;
const withTheSameAim = 0.25;

/**
 * Whether two actions may be the same work. The share of words that both titles hold decides; where both serve one element
 * or should move one measure, a smaller share is enough. It is a hint for a person to judge, and never more.
 */
function likenessOf(one: Comparable, other: Comparable): Likeness | undefined {
  const [first, second] = [wordsOf(one.title), wordsOf(other.title)];
  const sharedWords = [...first].filter((word) => second.has(word));
  const all = new Set([...first, ...second]).size;
  const share = all === 0 ? 0 : sharedWords.length / all;
  const sameElement =
    one.element.elementKey !== '' &&
    one.element.elementKey === other.element.elementKey &&
    one.element.frameworkSlug === other.element.frameworkSlug;
  const sameMeasure = one.measureId !== '' && one.measureId === other.measureId;
  const least = sameElement || sameMeasure ? withTheSameAim : byWordsAlone;
  return share >= least ? { sharedWords, sameElement, sameMeasure } : undefined;
}

/** Those among them that may be the same work as one that is to be added, the most alike first; what is over is past. */
export function likely<Candidate extends Comparable & Pick<Action, 'state'>>(
  one: Comparable,
  among: readonly Candidate[],
): { action: Candidate; likeness: Likeness }[] {
  return among
    .filter((action) => !isOver(action))
    .flatMap((action) => {
      const likeness = likenessOf(one, action);
      return likeness ? [{ action, likeness }] : [];
    })
    .toSorted((a, b) => weight(b.likeness) - weight(a.likeness));
}

/** The pairs in a plan that may be the same work twice. */
export function likelyPairs(
  actions: readonly Action[],
): { one: Action; other: Action; likeness: Likeness }[] {
  return actions.flatMap((one, index) =>
    isOver(one)
      ? []
      : likely(one, actions.slice(index + 1)).map(({ action: other, likeness }) => ({
          one,
          other,
          likeness,
        })),
  );
}

/** "the words “summer” and “swim”, the same element of the strategy" */
export function sayLikeness({ sharedWords, sameElement, sameMeasure }: Likeness): string {
  const quoted = sharedWords.slice(0, 4).map((word) => `“${word}”`);
  const words = `the word${quoted.length === 1 ? '' : 's'} ${quoted.join(', ')}`;
  return [
    ...(quoted.length > 0 ? [words] : []),
    ...(sameElement ? ['the same element of the strategy'] : []),
    ...(sameMeasure ? ['the same measure'] : []),
  ].join('; ');
}

function weight({ sharedWords, sameElement, sameMeasure }: Likeness): number {
  return sharedWords.length + (sameElement ? 1 : 0) + (sameMeasure ? 1 : 0);
}

/** The words of a title that say something; an ending does not make another word. */
function wordsOf(title: string): Set<string> {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 1 && !small.has(word)).map(stem));
}

function stem(word: string): string {
  for (const ending of ['ing', 'es', 's'])
    if (word.length > ending.length + 3 && word.endsWith(ending)) return word.slice(0, -ending.length);
  return word;
}
