import { notFound, page, type Route } from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { sayNumber } from '../../domain/action.ts';
import { sayDecisionNumber, type Decision } from '../../domain/decision.ts';
import { readFriday } from '../../domain/permissions.ts';
import type { HeldUp } from '../../domain/plan/waits-for.ts';
import { counted, listed } from '../../domain/years/report-words.ts';
import { fridayView, type FridayView } from '../../queries/friday/friday-view.ts';

/** One page for a director at the end of a week: what moved, what is late, who waits for an answer. */
export const fridayRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/friday',
    policy: readFriday,
    answer: async (request) => {
      const view = await request.read((ctx) => fridayView(ctx));
      if (!view) return notFound();
      return page({
        title: 'Your Friday page',
        breadcrumbs: [{ text: 'Your work', href: '/work' }],
        body: <Friday view={view} />,
      });
    },
  },
];

function Friday({ view }: { view: FridayView }) {
  return (
    <>
      <h1>Your Friday page</h1>
      <p class="lead">{sayWeek(view)}</p>
      <p class="quiet">As it stands on {sayDay(view.today)}. It takes about two minutes.</p>
      <Moved view={view} />
      <LateDecision decisions={view.lateDecisions} />
      <OldestAsk />
      <LateActions view={view} />
    </>
  );
}

/** The answer first, in one sentence. */
function sayWeek({ moved, lateDecisions, lateActions }: FridayView): string {
  const all = moved.first.length + moved.more;
  const parts = [
    ...(all > 0 ? [`${counted(all, 'measure')} ${all === 1 ? 'stands' : 'stand'} out beyond chance`] : []),
    ...(lateDecisions.length > 0
      ? [`${counted(lateDecisions.length, 'decision')} should have been heard of`]
      : []),
    ...(lateActions.length > 0
      ? [`${counted(lateActions.length, 'action')} ${lateActions.length === 1 ? 'is' : 'are'} late`]
      : []),
  ];
  const said = `${listed(parts)}.`;
  return parts.length === 0
    ? 'Nothing moved beyond chance, and nothing is late. Have a good weekend.'
    : `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}

function Moved({ view: { moved } }: { view: FridayView }) {
  return (
    <section>
      <h2>What moved beyond chance</h2>
      {moved.chance === undefined ? null : <p class="quiet">{moved.chance}</p>}
      {moved.first.length === 0 ? (
        <p class="empty">
          {moved.area === undefined
            ? 'No figures of our own area have been brought in yet.'
            : 'Nothing differs or moves by more than chance would explain.'}
        </p>
      ) : (
        <ul class="cards letters">
          {moved.first.map(({ measure, title, link, finding, reasons }) => (
            <li key={measure} class="card">
              <h3>
                <a href={link}>{title}</a>
              </h3>
              <p>{finding}</p>
              <p class="quiet">{reasons[0]}</p>
            </li>
          ))}
        </ul>
      )}
      {moved.more > 0 && moved.area ? (
        <p>
          <a href={`/scorecards/${encodeURIComponent(moved.area.code)}/exceptions`}>
            See the other {counted(moved.more, 'measure')}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function LateDecision({ decisions }: { decisions: readonly Decision[] }) {
  const [latest, ...others] = decisions;
  const oldest = others.at(-1);
  return (
    <section>
      <h2>The latest late decision</h2>
      {latest ? (
        <div class="card">
          <h3>
            <a href={`/decisions/${latest.number}`}>{latest.title}</a>
          </h3>
          <p>{sayUnheard(latest)}</p>
        </div>
      ) : (
        <p class="empty">Every decision that was due to be heard of has been.</p>
      )}
      {oldest ? (
        <p>
          Besides it, {counted(others.length, 'other')} {others.length === 1 ? 'waits' : 'wait'}. The longest
          is <a href={`/decisions/${oldest.number}`}>{oldest.title}</a>, due on{' '}
          {oldest.due === undefined ? 'no day' : sayDay(oldest.due)}.
        </p>
      ) : null}
    </section>
  );
}

function sayUnheard(decision: Decision): string {
  const by =
    decision.due === undefined ? '' : ` We wanted to hear what came of it by ${sayDay(decision.due)}.`;
  const who = decision.ownerName === '' ? ' Nobody answers for it.' : ` Ask ${decision.ownerName}.`;
  return `${sayDecisionNumber(decision)}, decided on ${sayDay(decision.decidedOn)}.${by}${who}`;
}

/** The room in which children ask is not built: the page says so, and does not say that nobody asks. */
function OldestAsk() {
  return (
    <section>
      <h2>The oldest unanswered ask</h2>
      <p class="empty">
        Children’s asks are not kept here yet, so none can stand here. This does not mean that nobody is
        waiting: ask whoever listens to children in your area.
      </p>
    </section>
  );
}

function LateActions({ view }: { view: FridayView }) {
  const { lateActions, organisations } = view;
  return (
    <section>
      <h2>What is late, and what it holds up</h2>
      {lateActions.length === 0 ? (
        <p class="empty">No action is late.</p>
      ) : (
        <ul class="year-actions">
          {lateActions.map((held) => (
            <Late
              key={held.late.id}
              held={held}
              organisation={organisations.get(held.late.owner.organisationKey)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function Late(props: { held: HeldUp; organisation: string | undefined }) {
  const { late, holdsUp } = props.held;
  const who = [late.owner.name, props.organisation ?? ''].filter((name) => name !== '').join(', ');
  const due = late.due === undefined ? '' : ` It was due on ${sayDay(late.due)}.`;
  return (
    <li>
      <p>
        <a href={`/actions/${late.number}`}>{late.title}</a> <span class="quiet">{sayNumber(late)}</span>
      </p>
      <p>
        {who === '' ? 'Nobody answers for it.' : `${who}.`}
        {due} {late.reason}
      </p>
      {holdsUp.length === 0 ? null : (
        <p>It holds up {listed(holdsUp.map((action) => `“${action.title}” (${sayNumber(action)})`))}.</p>
      )}
    </li>
  );
}
