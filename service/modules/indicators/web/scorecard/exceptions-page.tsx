import { notFound, page, redirectTo, type Route } from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { exceptionKinds, type ExceptionKind, type ExceptionRow } from '../../domain/exceptions/exceptions.ts';
import { kindWords, sayWorseByChance } from '../../domain/exceptions/say-exceptions.ts';
import { measurePath } from '../../domain/figures/measure-definition.ts';
import type { Scope } from '../../domain/snapshots/snapshot.ts';
import { exceptionsView, type ExceptionsView } from '../../queries/exceptions/exceptions.ts';
import { FiguresAround } from '../figures-around.tsx';
import { reading, withQuery } from '../reading.ts';
import { snapshotPlaces } from '../snapshots/places.ts';
import { askedOf } from './filters.tsx';
import { NothingTied, scopeOf, ViewsOf, WhoseScorecard } from './whose-scorecard.tsx';

/** Only what needs attention, the surest first: what a board looks at. */
export const exceptionsRoute: Route = {
  method: 'GET',
  path: '/scorecards/:area/exceptions',
  policy: 'everyone',
  answer: async (request) => {
    const areaCode = request.params['area'] ?? '';
    const scope = scopeOf(askedOf(request.query));
    const view = await request.read((ctx) => exceptionsView(ctx, { areaCode, ...scope }));
    if (!view) return notFound();
    const { place } = view.scorecard;
    if (place.code !== areaCode) return redirectTo(withQuery(reading.exceptions(place.code), scope));
    return page({
      title: `What needs attention: ${view.strategy?.owner?.name ?? view.strategy?.name ?? place.name}`,
      wide: true,
      breadcrumbs: [
        { text: 'How we are doing', href: reading.outcomes },
        { text: place.name, href: reading.scorecard(place.code) },
      ],
      body: <Exceptions path={request.path} view={view} scope={scope} />,
    });
  },
};

function Exceptions({ path, view, scope }: { path: string; view: ExceptionsView; scope: Scope }) {
  const { scorecard, strategy, rows, since } = view;
  const { place } = scorecard;
  const chance = sayWorseByChance(scorecard);
  return (
    <FiguresAround path={path}>
      <WhoseScorecard name={place.name} strategy={strategy} />
      <ViewsOf areaCode={place.code} scope={scope} now="exceptions" />
      {strategy && strategy.groups.length === 0 ? (
        <NothingTied place={place} strategy={strategy} />
      ) : (
        <>
          <p class="lead">{sayHowMany(rows)}</p>
          {chance ? <p>{chance}</p> : null}
          <Since areaCode={place.code} since={since} />
          {exceptionKinds.map((kind) => (
            <OfKind key={kind} kind={kind} rows={rows} areaCode={place.code} />
          ))}
          {rows.length === 0 ? null : <HowChosen />}
        </>
      )}
    </FiguresAround>
  );
}

function sayHowMany(rows: readonly ExceptionRow[]): string {
  if (rows.length === 0)
    return 'Nothing needs attention today: no measure is surely better or worse than England, and nothing has moved, been overruled or come late.';
  const count = rows.length === 1 ? 'One measure needs' : `${rows.length} measures need`;
  return `${count} attention. The surest stand first.`;
}

function Since({ areaCode, since }: { areaCode: string; since: ExceptionsView['since'] }) {
  if (!since)
    return (
      <p class="quiet">
        No scorecard has been kept yet, so this cannot say what moved since the last one.{' '}
        <a href={snapshotPlaces.all(areaCode)}>Scorecards as they stood before</a>
      </p>
    );
  return (
    <p class="quiet">
      Held against {since.name}, kept on {sayDay(since.takenOn)}:{' '}
      <a href={snapshotPlaces.changes(areaCode, since.id)}>all that changed since</a>.
    </p>
  );
}

type OfKindProps = { kind: ExceptionKind; rows: readonly ExceptionRow[]; areaCode: string };

function OfKind({ kind, rows, areaCode }: OfKindProps) {
  const ofKind = rows.filter(({ reasons }) => reasons[0].kind === kind);
  if (ofKind.length === 0) return null;
  return (
    <section class="exceptions">
      <h2>{kindWords[kind]}</h2>
      <ol class="exception-list">
        {ofKind.map(({ row, reasons }) => (
          <li key={row.definition.id}>
            <h3>
              <a href={measurePath(row.definition, areaCode)}>{row.definition.title}</a>
            </h3>
            <p>{row.finding}</p>
            <ul class="exception-reasons">
              {reasons.map(({ words }) => (
                <li key={words} dir="auto">
                  {words}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

function HowChosen() {
  return (
    <section>
      <h2>How these were chosen</h2>
      <p>
        A measure stands under <em>worse</em> or <em>better</em> where chance is a poor explanation twice
        over: England lies outside its 95% interval, and its last five years rise or fall by more than chance.
        One so far from England that chance alone would put it there fewer than 3 times in 1,000 needs no
        trend. A newer figure alone is news, and stands here only where it moved a verdict.
      </p>
    </section>
  );
}
