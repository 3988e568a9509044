import type { Place } from '../../domain/figures/place.ts';
import type { Scope } from '../../domain/snapshots/snapshot.ts';
import type { FrameworkGroups } from '../../queries/framework-groups.ts';
import { reading, withQuery } from '../reading.ts';
import { snapshotPlaces } from '../snapshots/places.ts';
import type { Asked } from './filters.tsx';

/** What a scorecard is narrowed to, as its address says. */
export function scopeOf({ framework, owner }: Pick<Asked, 'framework' | 'owner'>): Scope {
  return { strategy: framework, owner };
}

/** The window's title: whose scorecard it is, first. */
export function titleOf(place: string, strategy: FrameworkGroups | undefined): string {
  if (!strategy) return `${place}: scorecard`;
  return strategy.owner
    ? `${strategy.owner.name}: scorecard, ${place}`
    : `${strategy.name}: scorecard, ${place}`;
}

/** Whose scorecard this is: of an area, of a strategy in it, or of a board or group. */
export function WhoseScorecard({ name, strategy }: { name: string; strategy: FrameworkGroups | undefined }) {
  if (!strategy) return <h1>{name}</h1>;
  const { owner } = strategy;
  return (
    <>
      <h1>
        {owner ? owner.name : strategy.name} <span class="h1-beneath">Scorecard, {name}</span>
      </h1>
      {owner ? (
        <p class="quiet">
          The measures of what {owner.name} owns in{' '}
          <a href={`/frameworks/${strategy.slug}`}>{strategy.name}</a>.
        </p>
      ) : null}
    </>
  );
}

/** "Measures tied to Growing Together: what the Growing Group owns." */
export function sayTied({ name, owner }: FrameworkGroups): string {
  return owner ? '' : `Measures tied to ${name}. `;
}

/** The bodies within the one that is shown, each with a scorecard of its own. */
export function PartsOfOwner({ place, strategy }: { place: Place; strategy: FrameworkGroups }) {
  const parts = strategy.owner?.parts ?? [];
  if (parts.length === 0) return null;
  return (
    <nav aria-label={`Groups of ${strategy.owner?.name ?? ''}`}>
      <p class="quiet">Its groups have scorecards of their own:</p>
      <ul class="plain-links">
        {parts.map(({ key, name }) => (
          <li key={key}>
            <a href={withQuery(reading.scorecard(place.code), { strategy: strategy.slug, owner: key })}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A board that owns nothing with a measure, or a strategy that ties none: said, with the next step. */
export function NothingTied({ place, strategy }: { place: Place; strategy: FrameworkGroups }) {
  const { owner, slug, name } = strategy;
  return (
    <div class="empty">
      <h2>
        {owner ? 'Nothing is measured yet of what they own' : 'No measure is tied to this strategy yet'}
      </h2>
      <p>
        {owner
          ? `${owner.name} owns parts of ${name}, and no measure is tied to any of them. That says nothing of how well they are doing: it says that nobody has chosen a number to tell by.`
          : `Once measures are tied to what ${name} promises, they stand here for ${place.name}.`}
      </p>
      <p>
        <a href={`/frameworks/${slug}/coverage?by=owners`}>See who owns what in {name}</a>
        {owner ? (
          <>
            {', or '}
            <a href={withQuery(reading.scorecard(place.code), { strategy: slug })}>
              the scorecard of the whole strategy
            </a>
          </>
        ) : null}
        .
      </p>
    </div>
  );
}

type View = 'scorecard' | 'exceptions' | 'three-questions' | 'kept';

/** The ways of looking at one scorecard; what it is narrowed to goes along. */
export function ViewsOf({ areaCode, scope, now }: { areaCode: string; scope: Scope; now: View }) {
  const views: readonly { view: View; text: string; href: string }[] = [
    { view: 'scorecard', text: 'Every measure', href: withQuery(reading.scorecard(areaCode), scope) },
    {
      view: 'exceptions',
      text: 'What needs attention',
      href: withQuery(reading.exceptions(areaCode), scope),
    },
    {
      view: 'three-questions',
      text: 'Three questions',
      href: withQuery(reading.threeQuestions(areaCode), scope),
    },
    { view: 'kept', text: 'As it stood before', href: snapshotPlaces.all(areaCode) },
  ];
  return (
    <nav class="views" aria-label="Views of this scorecard">
      <ul>
        {views.map(({ view, text, href }) => (
          <li key={view}>
            <a href={href} aria-current={view === now ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
