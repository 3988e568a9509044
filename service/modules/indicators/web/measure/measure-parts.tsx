import { Button, Select } from '#packages/govuk-jsx';
import { allowed } from '#platform/access/policy.ts';
import type { PageRequest } from '#platform/http/route.ts';
import type { ScorecardRow } from '../../domain/scorecard/row.ts';
import { keepEvidence } from '../../domain/permissions.ts';
import type { EvidenceOf } from '../../queries/evidence/evidence-of.ts';
import type { MeasureView, ThreadAbove } from '../../queries/report/measure-view.ts';
import type { ReportCard } from '../../queries/report/report-card.ts';
import { FiguresAround, NoFiguresYet } from '../figures-around.tsx';
import { reading } from '../reading.ts';
import { mayBringIn } from '../may-bring-in.ts';
import { BesideTheNumber } from '../evidence/beside-the-number.tsx';
import { AboutMeasure } from './about-measure.tsx';
import { aimsFor } from './aims-for.ts';
import { MeasureCharts } from './measure-charts.tsx';
import { gapPlaces } from '../gap/places.ts';
import { LimitsSection } from '../limits/limits-section.tsx';
import { mapPlaces } from '../maps/places.ts';
import { measureFrames } from '../pictures/frames.ts';
import { PutOnYourSite } from '../pictures/put-on-your-site.tsx';
import type { PairedMeasure } from '../../queries/formula/paired-view.ts';
import type { SurveyWave } from '../../queries/survey/surveys-view.ts';
import { HalfOf } from '../formula/half-of.tsx';
import { AskedSection } from '../survey/asked-section.tsx';
import { StoryOfMeasure } from './story.tsx';
import { Verdicts } from './verdicts.tsx';
import { WhatWeAimAt } from './what-we-aim-at.tsx';

type MeasurePageProps = {
  view: MeasureView;
  threads: readonly ThreadAbove[];
  request: PageRequest;
  report: ReportCard;
  beside: EvidenceOf | undefined;
  waves: readonly SurveyWave[];
  pairs: readonly PairedMeasure[];
};

/** The page of one measure in one area. */
export function MeasurePage(props: MeasurePageProps) {
  const { view, threads, request, report, beside } = props;
  return (
    <FiguresAround path={request.path}>
      <h1>{view.definition.title}</h1>
      {view.row.latest ? (
        <Told view={view} request={request} report={report} />
      ) : (
        <Untold view={view} mayBringIn={mayBringIn(request.actor)} />
      )}
      <BesideTheNumber beside={beside} mayKeep={allowed(request.actor, keepEvidence)} />
      <AskedSection waves={props.waves} />
      <HalfOf pairs={props.pairs} areaCode={view.place.code} />
      <Answers threads={threads} />
      <AboutMeasure view={view} card={report.card} request={request} />
    </FiguresAround>
  );
}

function Told({ view, request, report }: Pick<MeasurePageProps, 'view' | 'request' | 'report'>) {
  const { row, place } = view;
  return (
    <>
      <p class="lead">
        {place.name}: {row.finding}
      </p>
      <Verdicts view={view} request={request} />
      <Notes row={row} />
      <ChooseArea view={view} />
      {row.comparison?.overruled.standing.length ? (
        <p class="quiet">
          An analyst overruled the comparison with England, so the pictures do not repeat it.
        </p>
      ) : null}
      <MeasureCharts view={view} aims={aimsFor(request.actor, report.targetsShown)}>
        <LimitsSection view={view} request={request} />
      </MeasureCharts>
      <PutOnYourSite origin={request.origin} frames={measureFrames(view)} />
      <p>
        <a href={gapPlaces.card(view.definition, { area: place.code })}>
          Is it the same for every child? See the gaps behind this number
        </a>
      </p>
      <p>
        <a href={mapPlaces.map(view.definition)}>See this measure on a map</a>
      </p>
      <WhatWeAimAt view={view} request={request} shown={report.targetsShown} />
      <StoryOfMeasure view={view} story={report.story} request={request} />
    </>
  );
}

function Untold({ view, mayBringIn }: { view: MeasureView; mayBringIn: boolean }) {
  if (view.places.length === 0)
    return (
      <NoFiguresYet
        what="Here will be how this measure went over the years, beside England and the areas most like this one."
        mayBringIn={mayBringIn}
      />
    );
  return (
    <>
      <p class="lead">No figure has been published for {view.place.name}. Other areas have one.</p>
      <ChooseArea view={view} />
    </>
  );
}

function Notes({ row }: { row: ScorecardRow }) {
  const notes = [...row.notes, ...row.caveats];
  if (notes.length === 0) return null;
  return (
    <ul class="measure-notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

function ChooseArea({ view }: { view: MeasureView }) {
  const { definition, place, places, sets } = view;
  const isListed = places.some(({ code }) => code === place.code);
  const items = places.map(({ code, name }) => ({ value: code, text: name }));
  return (
    <form method="get" action={reading.measure(definition)} class="filters">
      <Select
        name="area"
        label={{ text: 'Area' }}
        value={place.code}
        items={isListed ? items : [{ value: place.code, text: place.name }, ...items]}
      />
      {sets.length > 1 ? (
        <Select
          name="neighbours"
          label={{ text: 'Neighbours' }}
          value={view.set?.key}
          items={sets.map(({ key, year }) => ({ value: key, text: `Set of ${year}` }))}
        />
      ) : null}
      <Button text="Show" />
    </form>
  );
}

/** The thread back: every promise that this number answers, up to its vision. */
function Answers({ threads }: { threads: readonly ThreadAbove[] }) {
  const byFramework = Map.groupBy(threads, ({ frameworkSlug }) => frameworkSlug);
  return (
    <section>
      <h2>The promises this measure answers</h2>
      {threads.length === 0 ? (
        <p>No strategy has tied it to a promise yet.</p>
      ) : (
        [...byFramework].map(([slug, found]) => (
          <div key={slug} class="answers">
            <h3>
              <a href={`/frameworks/${slug}`}>{found[0]?.frameworkName}</a>
            </h3>
            {found.map((thread) => (
              <Line key={`${thread.line.at(-1)?.key} ${thread.role}`} thread={thread} />
            ))}
          </div>
        ))
      )}
    </section>
  );
}

function Line({ thread }: { thread: ThreadAbove }) {
  return (
    <ol class="thread-line">
      {thread.line.map(({ key, label, tierName }) => (
        <li key={key}>
          <span class="visually-hidden">{tierName}: </span>
          <a href={`/frameworks/${thread.frameworkSlug}/elements/${key}`}>{label}</a>
        </li>
      ))}
    </ol>
  );
}
