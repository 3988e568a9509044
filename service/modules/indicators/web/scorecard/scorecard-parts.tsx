import { sayDay } from '#platform/kernel/day.ts';
import { summaryOf, sayChance } from '../../domain/scorecard/summary.ts';
import { askedFor, rowsIn, type AskedFor } from '../../domain/scorecard/asked-for.ts';
import { sourcesOf, type Scorecard } from '../../domain/scorecard/scorecard.ts';
import type { Freshness } from '../../domain/exceptions/freshness.ts';
import type { AreaScorecard } from '../../queries/area-scorecard.ts';
import type { FrameworkGroups } from '../../queries/framework-groups.ts';
import { FiguresAround, NoFiguresYet } from '../figures-around.tsx';
import { takingAway } from '../exports/taking-away.ts';
import { reading, withQuery } from '../reading.ts';
import { snapshotPlaces } from '../snapshots/places.ts';
import { Filters, queryOf, type Asked } from './filters.tsx';
import { NothingTied, PartsOfOwner, sayTied, scopeOf, ViewsOf, WhoseScorecard } from './whose-scorecard.tsx';

export { titleOf } from './whose-scorecard.tsx';
import { ScorecardView } from './scorecard-view.tsx';

export type ScorecardPageProps = {
  path: string;
  mayBringIn: boolean;
  mayKeep: boolean;
  found: AreaScorecard;
  asked: Asked;
  strategy: FrameworkGroups | undefined;
  frameworks: readonly { slug: string; name: string }[];
  freshness: ReadonlyMap<string, Freshness>;
};

/** The scorecard of one area, from its one-sentence answer down to its sources. */
export function ScorecardPage(props: ScorecardPageProps) {
  const { found, asked, strategy } = props;
  const { place, groups } = found.scorecard;
  const isEmpty = groups.every(({ rows }) => rows.every(({ latest }) => latest === undefined));
  return (
    <FiguresAround path={props.path}>
      <WhoseScorecard name={place.name} strategy={strategy} />
      <ViewsOf areaCode={place.code} scope={scopeOf(asked)} now="scorecard" />
      {strategy && strategy.groups.length === 0 ? (
        <>
          <NothingTied place={place} strategy={strategy} />
          <AreaFilters {...props} />
        </>
      ) : isEmpty ? (
        <NoFiguresYet
          what={`Here will be every measure of ${place.name} at its latest figure, beside England and its statistical neighbours.`}
          mayBringIn={props.mayBringIn}
        />
      ) : (
        <WithFigures {...props} />
      )}
    </FiguresAround>
  );
}

function AreaFilters({ found, asked, strategy, frameworks }: ScorecardPageProps) {
  const { scorecard, sets } = found;
  return <Filters {...{ scorecard, asked, sets, frameworks }} owners={strategy?.owners ?? []} />;
}

function WithFigures(props: ScorecardPageProps) {
  const { asked, strategy } = props;
  const { scorecard } = props.found;
  const { shown, leftOut } = askedFor(scorecard, { group: asked.topic, showing: asked.show });
  // what a page leaves out to be short is still counted in its first sentence
  const counted = leftOut > 0 ? withNothingYet(scorecard, asked) : shown;
  return (
    <>
      <p class="lead">{summaryOf(counted)}</p>
      <p>
        <a href={withQuery(reading.aloud(scorecard.place.code), { framework: strategy?.slug })}>
          Read it aloud
        </a>
        {' · '}
        <a href={reading.glance(scorecard.place.code)}>See it at a glance</a>
      </p>
      <About scorecard={scorecard} strategy={strategy} />
      {strategy ? <PartsOfOwner place={scorecard.place} strategy={strategy} /> : null}
      <AreaFilters {...props} />
      <Rows shown={shown} leftOut={leftOut} asked={asked} freshness={props.freshness} />
      <TakeOrKeep {...props} />
      <HowToRead scorecard={scorecard} />
      <Sources scorecard={scorecard} />
    </>
  );
}

function TakeOrKeep({ found, asked, strategy, mayKeep }: ScorecardPageProps) {
  const { code } = found.scorecard.place;
  return (
    <>
      <p>
        <a href={takingAway.table(code, asked, '.csv')}>Download this table (CSV)</a>
      </p>
      <p>
        <a href={takingAway.page(code, asked)}>Take it away in another form</a>
      </p>
      {strategy && mayKeep ? (
        <p>
          <a href={snapshotPlaces.keep(code, scopeOf(asked))}>Keep this scorecard as it stands</a>
        </p>
      ) : null}
    </>
  );
}

function withNothingYet(scorecard: Scorecard, { topic }: Asked): Scorecard {
  return askedFor(scorecard, { group: topic, showing: 'all' }).shown;
}

/** So few rows are read at once; of more, a reader opens the topics that they came for. */
const fewRows = 15;

type RowsProps = AskedFor & { asked: Asked; freshness: ReadonlyMap<string, Freshness> };

function Rows({ shown, leftOut, asked, freshness }: RowsProps) {
  const to = (other: Partial<Asked>) =>
    withQuery(reading.scorecard(shown.place.code), queryOf({ ...asked, ...other }));
  const isOpen = asked.open || rowsIn(shown) <= fewRows || shown.groups.length === 1;
  const left = (
    <>
      Nothing yet for {leftOut === 1 ? '1 measure' : `${leftOut} measures`}:{' '}
      <a href={to({ show: 'all' })}>{leftOut === 1 ? 'show it too' : 'show them too'}</a>.
    </>
  );
  if (shown.groups.length === 0)
    return (
      <p class="empty">{leftOut > 0 ? left : 'No measure is left. Show every measure to see the others.'}</p>
    );
  return (
    <>
      {leftOut > 0 ? <p class="quiet">{left}</p> : null}
      {isOpen ? null : (
        <p class="quiet open-all">
          Each topic opens by itself, or <a href={to({ open: true })}>open all {shown.groups.length}</a>.
        </p>
      )}
      <ScorecardView scorecard={shown} open={isOpen ? 'all' : 'first'} freshness={freshness} />
    </>
  );
}

function About({ scorecard, strategy }: { scorecard: Scorecard; strategy: FrameworkGroups | undefined }) {
  const { place, neighbourSet } = scorecard;
  return (
    <p class="quiet">
      {place.isInvented ? 'An invented county: every figure is made up. ' : ''}
      {strategy ? sayTied(strategy) : ''}
      {neighbourSet
        ? `Neighbours: ${neighbourSet.name}: ${neighbourSet.neighbours.map(({ place: { name } }) => name).join(', ')}. `
        : 'Nobody has published statistical neighbours for this area. '}
    </p>
  );
}

/** The two things that are mistaken for each other, told apart; and what chance does to sixty comparisons. */
function HowToRead({ scorecard }: { scorecard: Scorecard }) {
  const chance = sayChance(scorecard);
  return (
    <section>
      <h2>How to read this</h2>
      <dl class="reading">
        <dt>Compared with England</dt>
        <dd>
          Whether the difference is more than chance: <em>similar</em> where England lies inside this area’s
          95% interval, <em>better</em> or <em>worse</em> where it lies outside, <em>higher</em> or{' '}
          <em>lower</em> where neither is better in itself. It needs an interval: the publisher’s own, or one
          from published counts. Without, nothing is compared.
        </dd>
        <dt>Rank</dt>
        <dd>
          The place among areas of the same kind, 1 being best. It says nothing of chance: two areas far apart
          in rank can be alike.
        </dd>
        <dt>Neighbours’ average</dt>
        <dd>The ten areas most like this one, each counting the same however many children live there.</dd>
        {chance ? (
          <>
            <dt>Chance</dt>
            <dd>{chance}</dd>
          </>
        ) : null}
        <dt>No number</dt>
        <dd>
          <em>Hidden</em> protects people where a number is small; <em>not available</em> was not published;{' '}
          <em>does not apply</em> cannot be. None of them is zero.
        </dd>
      </dl>
    </section>
  );
}

function Sources({ scorecard }: { scorecard: Scorecard }) {
  const sources = sourcesOf(scorecard);
  return (
    <section>
      <h2>Sources</h2>
      {scorecard.place.isInvented ? (
        <p>These figures are invented. They only take the form of these publications.</p>
      ) : null}
      <ul class="sources">
        {sources.map(({ publisher, publication, link, broughtInOn }) => (
          <li key={`${publisher} ${publication}`}>
            {link ? <a href={link}>{publication}</a> : publication}, {publisher}. Brought in on{' '}
            {sayDay(broughtInOn)}.
          </li>
        ))}
      </ul>
    </section>
  );
}
