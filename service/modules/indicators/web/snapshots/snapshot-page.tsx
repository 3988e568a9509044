import { allowed } from '#platform/access/policy.ts';
import { notFound, page, type Route } from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { keepScorecards } from '../../domain/permissions.ts';
import type { FrozenScorecard } from '../../domain/snapshots/frozen-scorecard.ts';
import { snapshotToRead, type ReadSnapshot } from '../../queries/snapshots/snapshots.ts';
import { FiguresAround } from '../figures-around.tsx';
import { reading } from '../reading.ts';
import { FrozenView } from './frozen-view.tsx';
import { snapshotPlaces } from './places.ts';

/** One scorecard exactly as it stood. */
export const snapshotRoute: Route = {
  method: 'GET',
  path: '/scorecards/:area/kept/:id',
  policy: 'everyone',
  answer: async (request) => {
    const asked = { areaCode: request.params['area'] ?? '', id: request.params['id'] ?? '' };
    const kept = await request.read((ctx) => snapshotToRead(ctx, asked));
    if (!kept) return notFound();
    const mayKeep = allowed(request.actor, keepScorecards);
    return page({
      title: `${kept.name}: scorecard as it stood`,
      wide: true,
      breadcrumbs: [
        { text: 'How we are doing', href: reading.outcomes },
        { text: 'Scorecards as they stood', href: snapshotPlaces.all(kept.areaCode) },
      ],
      body: <SnapshotPage path={request.path} kept={kept} mayKeep={mayKeep} />,
    });
  },
};

function SnapshotPage({ path, kept, mayKeep }: { path: string; kept: ReadSnapshot; mayKeep: boolean }) {
  const { id, areaCode, name, takenOn, keptByName, byItself, note, document } = kept;
  const beneath = [kept.whose, document?.area.name].filter(Boolean).join(', ');
  return (
    <FiguresAround path={path}>
      <h1>
        {name} {beneath === '' ? null : <span class="h1-beneath">{beneath}</span>}
      </h1>
      <Superseded kept={kept} />
      <p class="lead">
        As it stood on {sayDay(takenOn)}, {byItself ? 'kept by itself' : `kept by ${keptByName}`}. Nothing
        here changes any more.
      </p>
      {note === '' ? null : <p dir="auto">{note}</p>}
      {document ? (
        <>
          <p>
            <a href={snapshotPlaces.changes(areaCode, id)}>What changed since</a>
          </p>
          <Afterwards document={document} />
          <p>{document.summary}</p>
          <FrozenView document={document} />
          <About document={document} />
        </>
      ) : null}
      {mayKeep && !kept.superseded ? (
        <p>
          <a href={snapshotPlaces.supersede(areaCode, id)}>Say that this should no longer be relied on</a>
        </p>
      ) : null}
    </FiguresAround>
  );
}

function Superseded({ kept: { superseded, document, areaCode } }: { kept: ReadSnapshot }) {
  if (!superseded) return null;
  return (
    <div class="govuk-inset-text">
      <p>
        <strong>No longer to be relied on</strong>, said {superseded.byName} on {sayDay(superseded.on)}:
      </p>
      <p dir="auto">{superseded.reason}</p>
      {superseded.by ? (
        <p>
          <a href={snapshotPlaces.one(areaCode, superseded.by)}>The one that stands in its place</a>
        </p>
      ) : null}
      {superseded.reading === 'keepers' ? (
        <p>
          {document
            ? 'The public does not see what follows.'
            : 'What stood in it can only be read by those who keep scorecards.'}
        </p>
      ) : null}
    </div>
  );
}

/** A scorecard that nobody kept at the time is never passed off as one that somebody did. */
function Afterwards({ document: { figuresUntil, area } }: { document: FrozenScorecard }) {
  return (
    <>
      {figuresUntil ? (
        <p class="quiet">
          Worked out from the figures of periods that had ended by {sayDay(figuresUntil)}. Some of them may
          have been published later.
        </p>
      ) : null}
      {area.isInvented ? <p class="quiet">An invented county: every figure is made up.</p> : null}
    </>
  );
}

function About({ document }: { document: FrozenScorecard }) {
  const { chance, neighbours, figures } = document;
  return (
    <section>
      <h2>About this scorecard</h2>
      <dl class="reading">
        {chance ? (
          <>
            <dt>Chance</dt>
            <dd>{chance}</dd>
          </>
        ) : null}
        <dt>Neighbours</dt>
        <dd>{neighbours ?? 'Nobody had published statistical neighbours for this area.'}</dd>
        <dt>Figures</dt>
        <dd>
          Version {figures.split(' ')[0]} of the figures, as everybody saw them on that day. Measures without
          a figure are left out here.
        </dd>
      </dl>
    </section>
  );
}
