import { shortPeriod } from '../../domain/say-period.ts';
import { sayNumber } from '../../domain/say-value.ts';
import {
  fewestChildren,
  largeFrom,
  standings,
  type FoundGap,
  type FoundGaps,
  type GapStanding,
} from '../../domain/gap/finder/find-gaps.ts';
import { sayFound, standingNames } from '../../domain/gap/finder/finder-table.ts';
import { namesOf, sayGap, sayRatioRange, sayWorseRatio } from '../../domain/gap/say-gap.ts';
import { measureOfId } from '../../domain/measure-facts.ts';
import type { GapFinderView } from '../../queries/gaps/gap-finder.ts';
import { gapPlaces } from './places.ts';

/** What the page says first: how many gaps are surely large, and which is the surest. */
export function leadOf({ large, sure, compared, ...rest }: FoundGaps): string {
  const unsure = rest['certainty-not-known'].length;
  const apart = unsure > 0 ? ` Of ${unsure} more the size is known and the certainty is not.` : '';
  const [first] = large;
  if (compared === 0 && unsure === 0) return 'Nothing is published here by any group of children.';
  if (compared === 0)
    return `Of ${unsure} ${unsure === 1 ? 'gap' : 'gaps'} the size is known and the certainty is not: no counts are published.`;
  const counted = `${large.length} of ${compared} gaps that could be tested ${large.length === 1 ? 'is' : 'are'} surely large`;
  if (!first)
    return `None of ${compared} gaps that could be tested is surely large; ${sure.length} surely there.${apart}`;
  return `${counted}. The surest: ${namesOf(first.telling).group}, ${uncapital(first.title)}.${apart}`;
}

function uncapital(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1);
}

const explained: { readonly [Standing in GapStanding]: string } = {
  large:
    'Even at the near end of the interval, the group fares badly at least a quarter more often than the others.',
  sure: 'The group is surely worse off, by less than a quarter at the near end of the interval.',
  'could-be-chance': 'The interval includes no gap at all.',
  'certainty-not-known':
    'The publisher gives the two levels and neither counts nor intervals. They stand in the order of the measures: nobody can say which is surest.',
  'too-few': `Fewer than ${fewestChildren} children on one side. Nothing is said of so few; pooling years may help.`,
  withheld: 'The publisher hides one side to protect children, so no gap is worked out.',
};

const folded: ReadonlySet<GapStanding> = new Set(['could-be-chance', 'too-few', 'withheld']);

/** The gaps under each standing, the surest large ones first. */
export function FoundSections({ view }: { view: GapFinderView }) {
  return (
    <>
      {standings
        .filter((standing) => view.found[standing].length > 0)
        .map((standing) => (
          <section key={standing}>
            <h2>{standingNames[standing]}</h2>
            <p class="quiet">{explained[standing]}</p>
            {folded.has(standing) ? (
              <details>
                <summary>
                  Show {view.found[standing].length === 1 ? 'it' : `all ${view.found[standing].length}`}
                  <span class="visually-hidden">: {standingNames[standing]}</span>
                </summary>
                <GapList view={view} gaps={view.found[standing]} standing={standing} />
              </details>
            ) : standing === 'certainty-not-known' ? (
              <ByMeasure view={view} gaps={view.found[standing]} />
            ) : (
              <GapList view={view} gaps={view.found[standing]} standing={standing} />
            )}
          </section>
        ))}
    </>
  );
}

type ListProps = { view: GapFinderView; gaps: readonly FoundGap[]; standing: GapStanding };

function GapList({ view, gaps, standing }: ListProps) {
  return (
    <ol class="gap-list">
      {gaps.map((gap) => (
        <li key={`${gap.measure} ${gap.telling.group.key}`}>
          <Found gap={gap} view={view} standing={standing} />
        </li>
      ))}
    </ol>
  );
}

/** Where nothing tells which is surest, gaps stand under their measure. */
function ByMeasure({ view, gaps }: Omit<ListProps, 'standing'>) {
  const byTitle = Map.groupBy(gaps, ({ title }) => title);
  return (
    <>
      {[...byTitle].map(([title, found]) => (
        <div key={title}>
          <h3>{title}</h3>
          <ul class="gap-groups">
            {found.map((gap) => (
              <li key={gap.telling.group.key}>
                <a href={cardOf(gap, view)}>
                  {gap.telling.group.short}
                  <span class="visually-hidden">: {title}</span>
                </a>
                <span class="beneath">
                  {sayGap(gap.point, namesOf(gap.telling), gap.definition)} {shortPeriod(gap.point.period)}.
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function cardOf({ measure, telling }: FoundGap, view: GapFinderView): string {
  const named = measureOfId(measure);
  return named
    ? gapPlaces.card(named, { area: view.place.code, group: telling.group.key })
    : gapPlaces.finder;
}

function Found({ gap, view, standing }: { gap: FoundGap; view: GapFinderView; standing: GapStanding }) {
  const { title, telling, point, worse, definition } = gap;
  return (
    <>
      <p class="gap-found">
        <a href={cardOf(gap, view)}>
          {telling.group.short}: {title}
        </a>
        {worse && standing !== 'too-few' ? (
          <span>
            <strong>{sayWorseRatio(worse.ratio, definition)}</strong>
            {worse.sure.known ? <span class="beneath">{sayRatioRange(worse.sure)}</span> : null}
          </span>
        ) : null}
      </p>
      <p class="beneath">
        {sayFound(gap, standing)} {standing === 'too-few' ? '' : `${shortPeriod(point.period)}.`}
      </p>
    </>
  );
}

/** How the order is made, and what chance does to a long list. */
export function HowItIsRanked({ view: { found } }: { view: GapFinderView }) {
  const byChance = found.compared * 0.025;
  return (
    <section>
      <h2>How the order is made</h2>
      <p>
        Measures differ in unit and in which way is better, so gaps are set beside each other by how many
        times as often the group fares badly: misses what is good, or meets what is bad. They stand in the
        order of the near end of that ratio’s 95% interval. A small group has a wide interval, so it cannot
        win by chance. “Large” is a near end of {sayNumber(largeFrom, 2)} or more.
      </p>
      <p>
        {found.compared === 0
          ? ''
          : `If there were no gap anywhere, chance alone would still show about ${sayNumber(byChance, byChance < 10 ? 1 : 0)} of ${found.compared} as surely there.`}{' '}
        {found.better.length > 0
          ? `${found.better.length} ${found.better.length === 1 ? 'group is' : 'groups are'} surely better off than the others and not listed. `
          : ''}
        {found.notJudged > 0
          ? `${found.notJudged} gaps are in measures of which nobody has said which way is better. `
          : ''}
        Two gaps can be of the same children: disadvantaged pupils and those with free school meals are mostly
        the same, and zones of one set lie over those of another.
      </p>
    </section>
  );
}
