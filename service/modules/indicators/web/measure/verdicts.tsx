import type { ComponentChildren } from 'preact';
import { Button } from '#packages/govuk-jsx';
import { allowed } from '#platform/access/policy.ts';
import type { PageRequest } from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { sayInUnit } from '../../domain/figures/measure-definition.ts';
import { overruleVerdicts } from '../../domain/permissions.ts';
import type { Overrulable, Overruled, Overruling } from '../../domain/report/overruling.ts';
import { sayLapsed, sayWhoSaid } from '../../domain/report/say-overruling.ts';
import { sayNeighbours } from '../../domain/scorecard/neighbours-average.ts';
import { sayStanding } from '../../domain/scorecard/rank.ts';
import type { MeasureView } from '../../queries/report/measure-view.ts';
import { reportPlaces } from '../report-card/places.ts';
import { TrendVerdict, VerdictWords } from '../verdict.tsx';

type Parts = { view: MeasureView; request: PageRequest };

/** Significance, trend and rank, side by side and never as one; each with what an analyst said of it. */
export function Verdicts(parts: Parts) {
  const { view } = parts;
  return (
    <>
      <dl class="facts measure-facts">
        {view.isEngland ? null : <WithEngland {...parts} />}
        <RecentTrend {...parts} />
        {view.isEngland ? null : <RankAndNeighbours view={view} />}
      </dl>
      <Lapsed view={view} />
    </>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function WithEngland({ view, request }: Parts) {
  const { comparison, interval, definition } = view.row;
  return (
    <Fact name="Compared with England">
      <VerdictWords comparison={comparison} />
      <span class="beneath">
        {comparison?.compared && interval?.known
          ? `${sayInUnit(interval.limits.lower, definition.unit)} to ${sayInUnit(interval.limits.upper, definition.unit)}: ${interval.method}`
          : comparison && !comparison.compared
            ? `${capital(comparison.words)}.`
            : ''}
      </span>
      <Overruling view={view} request={request} about="england" overruled={comparison?.overruled} />
    </Fact>
  );
}

function RecentTrend({ view, request }: Parts) {
  const { trend } = view.row;
  return (
    <Fact name="Recent trend">
      <TrendVerdict trend={trend} />
      {trend?.sourceDiffers ? <span class="beneath">{trend.sourceDiffers}</span> : null}
      {view.isEngland ? null : (
        <Overruling view={view} request={request} about="trend" overruled={trend?.overruled} />
      )}
    </Fact>
  );
}

function RankAndNeighbours({ view }: { view: MeasureView }) {
  const { standing, neighbours, definition } = view.row;
  return (
    <>
      <Fact name="Rank among areas">
        {standing ? sayStanding(standing) : 'No rank'}
        {standing?.ranked ? <span class="beneath">1 is best. It says nothing of chance.</span> : null}
      </Fact>
      {neighbours?.known ? (
        <Fact name="Neighbours’ average">
          {sayInUnit(neighbours.average, definition.unit)}
          <span class="beneath">{capital(sayNeighbours(neighbours))}</span>
        </Fact>
      ) : null}
    </>
  );
}

/** For an analyst: the way to overrule a verdict, and to take back what was said of it. */
function Overruling(props: Parts & { about: Overrulable; overruled: Overruled | undefined }) {
  const { view, request, about, overruled } = props;
  const { latest, definition } = view.row;
  if (!overruled || !latest || !allowed(request.actor, overruleVerdicts)) return null;
  if (typeof latest.value !== 'number') return null;
  return (
    <>
      {overruled.standing.map((one) => (
        <TakeBack key={one.id} request={request} view={view} overruling={one} />
      ))}
      <a class="act" href={reportPlaces.overrule(definition, view.place.code, about)}>
        Overrule this verdict
        <span class="visually-hidden">
          : {about === 'england' ? 'compared with England' : 'recent trend'}
        </span>
      </a>
    </>
  );
}

function TakeBack({ request, view, overruling }: Parts & { overruling: Overruling }) {
  return (
    <form method="post" action={reportPlaces.takeBack(view.definition, overruling.id)} class="act">
      <CsrfField csrf={request.csrf} />
      <Button classes="govuk-button--secondary small-button" preventDoubleClick>
        Take it back<span class="visually-hidden">: {sayWhoSaid(overruling)}</span>
      </Button>
    </form>
  );
}

const mostLapsed = 3;

/** What was said of other figures than those that stand: it no longer applies, and the page says so. */
function Lapsed({ view: { row } }: { view: MeasureView }) {
  const lapsed = [row.comparison?.overruled.lapsed ?? [], row.trend?.overruled.lapsed ?? []].flat();
  if (lapsed.length === 0) return null;
  return (
    <ul class="measure-notes">
      {lapsed.slice(-mostLapsed).map((one) => (
        <li key={one.overruling.id} dir="auto">
          {one.overruling.about === 'england' ? 'Comparison with England. ' : 'Recent trend. '}
          {sayLapsed(one)}
        </li>
      ))}
    </ul>
  );
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
