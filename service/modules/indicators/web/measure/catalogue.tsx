import { Button, Input } from '#packages/govuk-jsx';
import { page, type Route } from '#platform/http/route.ts';
import {
  measuresToChoose,
  type ListedMeasure,
  type MeasureTopicGroup,
} from '../../queries/measures-to-choose.ts';
import { formulaPlaces } from '../formula/places.ts';
import { FiguresAround } from '../figures-around.tsx';
import { reading } from '../reading.ts';

/** Every measure that we know of, by topic, and a search through those that files have brought. */
export const catalogueRoute: Route = {
  method: 'GET',
  path: reading.measures,
  policy: 'everyone',
  answer: async (request) => {
    const words = request.query.get('q')?.trim().slice(0, 100) ?? '';
    const groups = await request.read((ctx) =>
      measuresToChoose(ctx, words.split(/\s+/).filter(Boolean).slice(0, 8)),
    );
    return page({
      title: 'All measures',
      breadcrumbs: [{ text: 'How we are doing', href: reading.outcomes }],
      body: (
        <FiguresAround path={request.path}>
          <Catalogue groups={groups} words={words} />
        </FiguresAround>
      ),
    });
  },
};

function Catalogue({ groups, words }: { groups: readonly MeasureTopicGroup[]; words: string }) {
  const count = groups.reduce((sum, { measures }) => sum + measures.length, 0);
  return (
    <>
      <h1>All measures</h1>
      <p class="lead">What is counted about children’s lives, by whom, and which way is better.</p>
      <p>
        <a href={formulaPlaces.all}>What is worked out from others, and numbers read together</a>
      </p>
      <form method="get" action={reading.measures} class="filters" role="search">
        <Input name="q" label={{ text: 'Find a measure' }} value={words} type="search" />
        <Button text="Find" />
      </form>
      {words === '' ? null : (
        <p>
          {count === 0
            ? `No measure holds “${words}”.`
            : `${count} ${count === 1 ? 'measure' : 'measures'} found.`}{' '}
          <a href={reading.measures}>Show all</a>
        </p>
      )}
      {groups.map(({ key, title, measures }) => (
        <section key={key}>
          <h2>{title}</h2>
          <ul class="measure-list">
            {measures.map((measure) => (
              <Listed key={measure.id} measure={measure} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

const polarityWords = {
  'low-is-good': 'Lower is better',
  'high-is-good': 'Higher is better',
  'no-judgement': 'Neither high nor low is better',
} as const;

function Listed({ measure }: { measure: ListedMeasure }) {
  const { title, publisher, publication, polarity, hasFigures } = measure;
  return (
    <li>
      <a href={reading.measure(measure)}>{title}</a>
      <span class="beneath">
        {polarityWords[polarity]}. {publication}, {publisher}
        {hasFigures ? '.' : '. No figures yet.'}
      </span>
    </li>
  );
}
