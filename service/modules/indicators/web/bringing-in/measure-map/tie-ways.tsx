import { tallyOfMap } from '../../../domain/bringing-in/map-sentences.ts';
import type { MapMatched } from '../../../queries/maps/matched-map.ts';
import { DecisionForm } from '../decision-form.tsx';
import { sayCount } from '../import-words.ts';
import { importPlaces } from '../places.ts';
import type { MapShown } from './map-report.tsx';

/** Ties are made by whoever may edit the strategy; whoever handed the map in can still put it away. */
export function TieWays({ request, file, matched }: MapShown) {
  const count = tallyOfMap(matched.plans)['to-tie'];
  return (
    <>
      {matched.mayTie ? null : (
        <p>You may not edit strategies. Whoever may finds this among their work, and says yes or no to it.</p>
      )}
      {count === 0 ? <p>As things stand there is nothing to tie.</p> : null}
      <div class="actions">
        {matched.mayTie && count > 0 ? (
          <DecisionForm
            request={request}
            action={importPlaces.confirm(file.id)}
            text={`Tie ${sayCount(count, 'measure')}`}
          />
        ) : null}
        <DecisionForm request={request} action={importPlaces.decline(file.id)} text="Put it away" quiet />
      </div>
    </>
  );
}

/** Where to go on once the ties are made. */
export function TiedWays({ matched }: { matched: MapMatched }) {
  const bySlug = new Map(
    matched.plans.flatMap(({ strategy }) => (strategy ? [[strategy.slug, strategy.name] as const] : [])),
  );
  return (
    <div class="actions">
      {[...bySlug].map(([slug, name]) => (
        <a key={slug} href={`/frameworks/${slug}`}>
          {name}
        </a>
      ))}
    </div>
  );
}
