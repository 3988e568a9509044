import { page, type PageContent, type Route } from '#platform/http/route.ts';
import { allowed } from '#platform/access/policy.ts';
import { sayInUnit } from '../../domain/figures/measure-definition.ts';
import { bringInFigures } from '../../domain/permissions.ts';
import { sayAges } from '../../domain/survey/question.ts';
import { isNumber } from '../../domain/value.ts';
import { surveysView, type GapTold, type SurveyQuestion } from '../../queries/survey/surveys-view.ts';
import { FiguresAround } from '../figures-around.tsx';
import { gapPlaces } from '../gap/places.ts';
import { reading } from '../reading.ts';
import { ValueWords } from '../value-words.tsx';

/** What children, young people and parents said when they were asked: each question, and whether it is the same for every child. */
export const surveysRoute: Route = {
  method: 'GET',
  path: '/surveys',
  policy: 'everyone',
  answer: async (request) => {
    const found = await request.read((ctx) => surveysView(ctx, request.query.get('area') || undefined));
    return page(
      surveysPage(found, { path: request.path, mayBringIn: allowed(request.actor, bringInFigures) }),
    );
  },
};

type Found = Awaited<ReturnType<typeof surveysView>>;

function surveysPage({ place, questions }: Found, at: { path: string; mayBringIn: boolean }): PageContent {
  return {
    title: 'What children told us',
    breadcrumbs: [{ text: 'How we are doing', href: reading.outcomes }],
    body: (
      <FiguresAround path={at.path}>
        <h1>What children told us</h1>
        <p class="lead">
          Whether children have fun, are heard and get help that helps, nobody can see from outside. So they
          were asked{place === '' ? '' : `, in ${place}`}. Nobody’s own answer is here: only what many said.
        </p>
        {questions.length === 0 ? (
          <div class="empty">
            <h2>Nobody’s answers have been brought in yet</h2>
            <p>
              A table of results from any survey tool is enough: the question, the ages, how many answered and
              how many said yes.
            </p>
            {at.mayBringIn ? (
              <p>
                <a href="/imports">Bring in a table of results</a>
              </p>
            ) : null}
          </div>
        ) : (
          questions.map((question) => <Question key={question.view.definition.id} question={question} />)
        )}
      </FiguresAround>
    ),
  };
}

function Question({ question: { view, waves, gaps } }: { question: SurveyQuestion }) {
  const { definition, row, place } = view;
  const newest = waves.at(-1);
  const { latest, interval } = row;
  const id = `asked-${definition.code.replaceAll(/[^a-z0-9]+/g, '-')}`;
  return (
    <section class="card told" aria-labelledby={id}>
      <h2 id={id}>
        <a href={reading.measure(definition, place.code)}>{definition.title}</a>
      </h2>
      {newest ? <p dir="auto">“{newest.question}”</p> : null}
      {latest ? (
        <p class="figure-line">
          <span class={isNumber(latest.value) ? 'figure-large' : 'figure-word'}>
            <ValueWords value={latest.value} unit={definition.unit} />
          </span>
        </p>
      ) : (
        <p>Not told for {place.name}.</p>
      )}
      {newest ? (
        <p class="quiet">
          {newest.wave}, {sayAges(newest.ages)}
          {newest.answered === undefined ? '' : `, ${newest.answered.toLocaleString('en-GB')} answered`}
          {interval?.known
            ? `; 95% sure of ${sayInUnit(interval.limits.lower, definition.unit)} to ${sayInUnit(interval.limits.upper, definition.unit)}`
            : ''}
        </p>
      ) : null}
      <SameForAll gaps={gaps} view={view} />
    </section>
  );
}

function Gap({ gap, view: { definition, place } }: { gap: GapTold; view: SurveyQuestion['view'] }) {
  return (
    <li>
      {gap.isKnown ? (
        <a href={gapPlaces.card(definition, { area: place.code, group: gap.group })}>{gap.name}</a>
      ) : (
        <strong>{gap.name}</strong>
      )}
      <span class="beneath">
        {gap.words} {gap.sure ?? ''}
      </span>
    </li>
  );
}

function SameForAll({ gaps, view }: Pick<SurveyQuestion, 'gaps' | 'view'>) {
  return (
    <>
      <h3>Is it the same for every child?</h3>
      {gaps.some(({ isKnown }) => isKnown) ? (
        <ul>
          {gaps.map((gap) => (
            <Gap key={gap.group} gap={gap} view={view} />
          ))}
        </ul>
      ) : (
        <p>
          Not known: the answers were not told for disabled children, for children of families with a low
          income or for children in the countryside.
        </p>
      )}
    </>
  );
}
