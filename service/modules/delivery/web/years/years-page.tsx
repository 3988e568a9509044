import { page, type Route } from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { readBoards } from '../../domain/permissions.ts';
import { years } from '../../queries/years/year-view.ts';
import { yearPlaces } from './places.ts';

/** Every year that was planned, and how far it has turned. */
export const yearsRoute: Route = {
  method: 'GET',
  path: yearPlaces.all,
  policy: readBoards,
  answer: async (request) => {
    const all = await request.read((ctx) => years(ctx));
    return page({
      title: 'The year turns',
      body: (
        <>
          <h1>The year turns</h1>
          <p class="lead">
            Look back with children and partners, carry over what goes on, choose what matters most next, and
            tell everybody how it went.
          </p>
          {all.length === 0 ? (
            <p class="empty">
              No plan is agreed yet. Its year turns here when it has gone: <a href="/plan">see the plan</a>.
            </p>
          ) : (
            <List all={all} />
          )}
        </>
      ),
    });
  },
};

function List({ all }: { all: Awaited<ReturnType<typeof years>> }) {
  return (
    <ul class="cards letters">
      {all.map(({ plan, open, editions }) => (
        <li key={plan.id} class="card">
          <h2>
            <a href={yearPlaces.year(plan.key)}>{plan.title}</a>
          </h2>
          <p>
            {sayDay(plan.from)} to {sayDay(plan.until)}.{' '}
            {plan.state === 'closed'
              ? 'Closed.'
              : open === 0
                ? 'Every line is turned.'
                : `${open} ${open === 1 ? 'line is' : 'lines are'} open.`}
          </p>
          {editions.length === 0 ? null : (
            <p>
              <a href={yearPlaces.report(plan.key)}>
                Read its report<span class="visually-hidden">: {plan.title}</span>
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
