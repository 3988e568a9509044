import { Button, Input } from '#packages/govuk-jsx';
import { page, type PageRequest, type Route } from '#platform/http/route.ts';
import { letters, type Part } from '../../domain/formula/formula-measure.ts';
import { defineMeasures } from '../../domain/permissions.ts';
import { partsWithDefinitions } from '../../queries/formula/formula-view.ts';
import { measuresToChoose, type ListedMeasure } from '../../queries/measures-to-choose.ts';
import { LettersList, type PartShown } from './formula-parts.tsx';
import { draftFrom, fieldsOf, formulaPlaces, type Draft } from './places.ts';

const mostShown = 25;

/** First step: which measures the formula is made of. Nothing is kept: what was chosen stands in the address. */
export const choosePartsRoute: Route = {
  method: 'GET',
  path: formulaPlaces.choosePath,
  policy: defineMeasures,
  answer: async (request) => {
    const draft = draftFrom(request.query);
    const words = request.query.get('q')?.trim().slice(0, 100) ?? '';
    const found = await request.read(async (ctx) => ({
      parts: await partsWithDefinitions(ctx, draft.parts),
      groups: words === '' ? [] : await measuresToChoose(ctx, words.split(/\s+/).filter(Boolean).slice(0, 8)),
    }));
    const measures = found.groups.flatMap(({ measures: listed }) => listed);
    return page(choosePage(request, { draft, words, parts: found.parts, measures }));
  },
};

type Shown = {
  draft: Draft;
  words: string;
  parts: readonly PartShown[];
  measures: readonly ListedMeasure[];
};

function choosePage(_request: PageRequest, shown: Shown) {
  const { draft, parts } = shown;
  return {
    title: 'Choose the measures of a formula',
    breadcrumbs: [{ text: 'Worked out from others', href: formulaPlaces.all }],
    body: (
      <>
        <p class="quiet">Step 1 of 2</p>
        <h1>Which measures is it made of?</h1>
        <p class="lead">
          Each measure that you choose gets a letter. In the next step you write the formula with these
          letters.
        </p>
        {parts.length === 0 ? null : (
          <section aria-labelledby="chosen">
            <h2 id="chosen">Chosen</h2>
            <LettersList parts={parts} remove={(at) => formulaPlaces.choose(without(draft, at))} />
            <p>
              <a class="govuk-button" href={formulaPlaces.write(draft)}>
                Go on: write the formula
              </a>
            </p>
          </section>
        )}
        <Find {...shown} />
      </>
    ),
  };
}

function without(draft: Draft, at: number): Draft {
  return { ...draft, parts: draft.parts.filter((_, place) => place !== at) };
}

function Find({ draft, words, measures, parts }: Shown) {
  const isFull = parts.length >= letters.length;
  return (
    <section aria-labelledby="find">
      <h2 id="find">{parts.length === 0 ? 'Find the first measure' : 'Find another'}</h2>
      {isFull ? <p>A formula holds {letters.length} measures at most.</p> : null}
      <form method="get" action={formulaPlaces.choosePath} class="filters" role="search">
        {fieldsOf(draft).map(([name, value]) => (
          <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
        ))}
        <Input name="q" label={{ text: 'Words of its name' }} value={words} type="search" />
        <Button text="Find" />
      </form>
      {words !== '' && measures.length === 0 ? <p>No measure holds “{words}”.</p> : null}
      {isFull ? null : (
        <ul class="measure-list">
          {measures.slice(0, mostShown).map((measure) => (
            <Found measure={measure} draft={draft} key={measure.id} />
          ))}
        </ul>
      )}
      {measures.length > mostShown ? (
        <p>{measures.length - mostShown} more hold these words. Add another word to find yours.</p>
      ) : null}
    </section>
  );
}

type Way = { words: string; take: Part['take']; match: Part['match'] };

function waysOf({ kind, unit }: ListedMeasure): readonly Way[] {
  const match = 'same-days' as const;
  const own: Way = { words: kind === 'count' ? 'Use its count' : 'Use its number', take: 'value', match };
  if (kind === 'not-known') return [];
  if (kind === 'count')
    return [
      own,
      ...(unit === 'people'
        ? [{ words: 'Use as the population of each year', take: 'value', match: 'year-begun' } as const]
        : []),
    ];
  if (kind !== 'proportion' && kind !== 'rate') return [own];
  return [
    own,
    { words: 'Use its count (above the line)', take: 'count', match },
    { words: 'Use its base (below the line)', take: 'base', match },
  ];
}

function Found({ measure, draft }: { measure: ListedMeasure; draft: Draft }) {
  const ways = waysOf(measure);
  return (
    <li>
      <strong>{measure.title}</strong>
      <span class="beneath">
        {measure.publication}, {measure.publisher}
        {measure.hasFigures ? '.' : '. No figures yet.'}
      </span>
      {ways.length === 0 ? (
        <span class="beneath">Nobody has written down what it counts, so it cannot be used.</span>
      ) : (
        <span class="choices">
          {ways.map(({ words, take, match }) => (
            <a
              key={words}
              href={formulaPlaces.choose({
                ...draft,
                parts: [...draft.parts, { letter: '', measure: measure.id, take, match }],
              })}
            >
              {words}
              <span class="visually-hidden"> of {measure.title}</span>
            </a>
          ))}
        </span>
      )}
    </li>
  );
}
