import { allowed } from '#platform/access/policy.ts';
import { notFound, page, redirectTo, type Route } from '#platform/http/route.ts';
import type { Place } from '../../domain/figures/place.ts';
import { keepReportCards } from '../../domain/permissions.ts';
import {
  betterOffKinds,
  betterOffWords,
  questionWords,
  questions,
  type Question,
} from '../../domain/report/measure-card.ts';
import type { Scope } from '../../domain/snapshots/snapshot.ts';
import type { DescribedRow } from '../../domain/three-questions/three-questions.ts';
import { threeQuestionsView, type ThreeQuestionsView } from '../../queries/exceptions/three-questions.ts';
import { FiguresAround } from '../figures-around.tsx';
import { reading, withQuery } from '../reading.ts';
import { DescribedList, NotSaid } from './described-list.tsx';
import { askedOf } from './filters.tsx';
import { NothingTied, scopeOf, ViewsOf, WhoseScorecard } from './whose-scorecard.tsx';

/** How much did we do, how well did we do it, is anyone better off: the measures laid out by what they ask. */
export const threeQuestionsRoute: Route = {
  method: 'GET',
  path: '/scorecards/:area/three-questions',
  policy: 'everyone',
  answer: async (request) => {
    const areaCode = request.params['area'] ?? '';
    const scope = scopeOf(askedOf(request.query));
    const view = await request.read((ctx) => threeQuestionsView(ctx, { areaCode, ...scope }));
    if (!view) return notFound();
    const { place } = view.scorecard;
    if (place.code !== areaCode) return redirectTo(withQuery(reading.threeQuestions(place.code), scope));
    return page({
      title: `Three questions: ${view.strategy?.owner?.name ?? view.strategy?.name ?? place.name}`,
      wide: true,
      breadcrumbs: [
        { text: 'How we are doing', href: reading.outcomes },
        { text: place.name, href: reading.scorecard(place.code) },
      ],
      body: (
        <ThreeQuestionsPage
          path={request.path}
          view={view}
          scope={scope}
          mayDescribe={allowed(request.actor, keepReportCards)}
        />
      ),
    });
  },
};

type PageProps = { path: string; view: ThreeQuestionsView; scope: Scope; mayDescribe: boolean };

function ThreeQuestionsPage({ path, view, scope, mayDescribe }: PageProps) {
  const { scorecard, strategy, laidOut } = view;
  const { place } = scorecard;
  return (
    <FiguresAround path={path}>
      <WhoseScorecard name={place.name} strategy={strategy} />
      <ViewsOf areaCode={place.code} scope={scope} now="three-questions" />
      {strategy && strategy.groups.length === 0 ? (
        <NothingTied place={place} strategy={strategy} />
      ) : (
        <>
          <p class="lead">
            How much did we do, how well did we do it, and is anyone better off? Only the last says that a
            life changed.
          </p>
          <section>
            <h2>What services do</h2>
            <div class="three-questions">
              {questions.map((question) => (
                <OneQuestion
                  key={question}
                  question={question}
                  rows={laidOut.performance[question]}
                  place={place}
                />
              ))}
            </div>
          </section>
          <Population rows={laidOut.population} place={place} />
          <NotSaid rows={laidOut.notSaid} place={place} mayDescribe={mayDescribe} />
        </>
      )}
    </FiguresAround>
  );
}

function Population({ rows, place }: { rows: readonly DescribedRow[]; place: Place }) {
  return (
    <section>
      <h2>How all children are</h2>
      <p class="quiet">
        No one service answers for these: everybody together does. They ask only whether anyone is better off.
      </p>
      <DescribedList
        rows={rows}
        place={place}
        side="by-side"
        empty="No measure is said to be of the whole population yet."
      />
    </section>
  );
}

const nothingYet: { readonly [Asked in Question]: string } = {
  'how-much': 'Nothing counted yet: how many children were seen, asked, helped.',
  'how-well': 'Nothing yet: how soon, how often, how it felt to those who came.',
  'better-off': 'Nothing yet. Until something stands here, nobody can say that what we do helps.',
};

type QuestionProps = { question: Question; rows: readonly DescribedRow[]; place: Place };

function OneQuestion({ question, rows, place }: QuestionProps) {
  return (
    <section class="question">
      <h3>{questionWords[question]}</h3>
      {question === 'better-off' && rows.length > 0 ? <KindsOfBetterOff rows={rows} /> : null}
      <DescribedList rows={rows} place={place} empty={nothingYet[question]} />
    </section>
  );
}

/** In which ways anybody is measured to be better off, and in which nobody looks. */
function KindsOfBetterOff({ rows }: { rows: readonly DescribedRow[] }) {
  const told = new Set(rows.flatMap(({ card }) => card?.betterOff ?? []));
  const [looked, not] = [
    betterOffKinds.filter((kind) => told.has(kind)),
    betterOffKinds.filter((kind) => !told.has(kind)),
  ];
  const names = (kinds: readonly (typeof betterOffKinds)[number][]): string =>
    kinds.map((kind) => betterOffWords[kind].split(':')[0]?.toLowerCase() ?? '').join(', ');
  return (
    <p class="quiet">
      {looked.length > 0 ? `We look at: ${names(looked)}. ` : ''}
      {not.length > 0 ? `Nothing yet tells of: ${names(not)}.` : 'All four ways are looked at.'}
    </p>
  );
}
