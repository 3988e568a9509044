import { Button, Select } from '#packages/govuk-jsx';
import { notFound, page, type Route } from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { measurePath } from '../../domain/figures/measure-definition.ts';
import type { Change, ChangedMeasure } from '../../domain/snapshots/changes.ts';
import { changeNames, sayChange, sayChanges } from '../../domain/snapshots/say-change.ts';
import { changesSince, type ChangesSince } from '../../queries/snapshots/snapshots.ts';
import { FiguresAround } from '../figures-around.tsx';
import { reading } from '../reading.ts';
import { VerdictWord } from '../verdict.tsx';
import { snapshotPlaces } from './places.ts';

/** What changed since a scorecard was kept: up to now, or up to another that was kept. */
export const changesRoute: Route = {
  method: 'GET',
  path: '/scorecards/:area/kept/:id/changes',
  policy: 'everyone',
  answer: async (request) => {
    const areaCode = request.params['area'] ?? '';
    const against = request.query.get('against') || undefined;
    const found = await request.read((ctx) =>
      changesSince(ctx, { areaCode, id: request.params['id'] ?? '', against }),
    );
    if (!found) return notFound();
    return page({
      title: `What changed since ${found.before.name}`,
      wide: true,
      breadcrumbs: [
        { text: 'How we are doing', href: reading.outcomes },
        { text: 'Scorecards as they stood', href: snapshotPlaces.all(areaCode) },
        { text: found.before.name, href: snapshotPlaces.one(areaCode, found.before.id) },
      ],
      body: <Changes path={request.path} found={found} />,
    });
  },
};

function Changes({ path, found }: { path: string; found: ChangesSince }) {
  const { before, after, changed, inBoth } = found;
  const area = before.document?.area.name ?? '';
  const same = inBoth - changed.filter(({ changes }) => !changes.some(isComingOrGoing)).length;
  return (
    <FiguresAround path={path}>
      <h1>
        What changed since {before.name}{' '}
        <span class="h1-beneath">{[before.whose, area].filter(Boolean).join(', ')}</span>
      </h1>
      <p class="lead">{sayChanges(changed)}</p>
      <p class="quiet">
        From {sayDay(before.takenOn)} to {after ? `${after.name}, ${sayDay(after.takenOn)}` : 'now'}.{' '}
        {same === 1 ? '1 measure stands' : `${same} measures stand`} as before.
      </p>
      <Against found={found} />
      {changed.length === 0 ? null : (
        <ul class="changes">
          {changed.map((one) => (
            <Changed key={one.row.measure} changed={one} areaCode={before.areaCode} />
          ))}
        </ul>
      )}
    </FiguresAround>
  );
}

function isComingOrGoing({ kind }: Change): boolean {
  return kind === 'measure-added' || kind === 'measure-gone';
}

function Against({ found: { before, after, others } }: { found: ChangesSince }) {
  if (others.length === 0) return null;
  const items = [
    { value: '', text: 'Now' },
    ...others.map(({ id, name, takenOn }) => ({ value: id, text: `${name}, ${sayDay(takenOn)}` })),
  ];
  return (
    <form method="get" action={snapshotPlaces.changes(before.areaCode, before.id)} class="filters">
      <Select name="against" label={{ text: 'Hold it against' }} value={after?.id} items={items} />
      <Button text="Show" />
    </form>
  );
}

function Changed({ changed: { row, changes }, areaCode }: { changed: ChangedMeasure; areaCode: string }) {
  return (
    <li>
      <h2>
        <a href={measurePath(row, areaCode)}>{row.title}</a>
      </h2>
      <dl class="change-list">
        {changes.map((change) => (
          <div key={`${change.kind} ${'period' in change ? change.period : ''}`}>
            <dt>{changeNames[change.kind]}</dt>
            <dd dir="auto">
              <OneChange change={change} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function OneChange({ change }: { change: Change }) {
  if (change.kind !== 'verdict' && change.kind !== 'trend') return <>{sayChange(change)}</>;
  return (
    <>
      <VerdictWord verdict={change.from} /> <span class="quiet">before, now</span>{' '}
      <VerdictWord verdict={change.to} />
    </>
  );
}
