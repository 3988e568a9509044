import { sayDay } from '#platform/kernel/day.ts';
import { directionWords } from '../../domain/plan/combined-impact.ts';
import type { TogetherView } from '../../queries/plan/together-view.ts';
import { sayOwner } from '../actions/action-list.tsx';
import { planPlaces } from '../plan/places.ts';
import { ActionLink } from '../plan/plan-parts.tsx';

/** What the plan may do to families with little money, how that is softened, who looks after it, and when again. */
export function PovertyRegister({ view }: { view: TogetherView }) {
  const { actions, impacts } = view.poverty;
  return (
    <section aria-labelledby="poverty">
      <h2 id="poverty">Families with little money</h2>
      <p>
        What could make it harder for them, and how that is avoided: of each action, and of several together.
      </p>
      {actions.length + impacts.length === 0 ? (
        <p class="empty">Nothing is noted. That seldom means that nothing could do harm.</p>
      ) : (
        <div class="table-scroll" role="region" aria-label="What we know of them, as a table" tabIndex={0}>
          <table class="table poverty-table">
            <thead>
              <tr>
                <th scope="col">Where</th>
                <th scope="col">What it may do</th>
                <th scope="col">How that is avoided</th>
                <th scope="col">Who looks after it</th>
                <th scope="col">Looked at again</th>
              </tr>
            </thead>
            <Rows view={view} />
          </table>
        </div>
      )}
      <p>
        <a href={planPlaces.plan(view.plan.key)}>Back to the plan</a>
      </p>
    </section>
  );
}

function Rows({ view }: { view: TogetherView }) {
  const { actions, impacts } = view.poverty;
  return (
    <tbody>
      {impacts.map((impact) => (
        <tr key={impact.id}>
          <th scope="row">{impact.families}</th>
          <td>
            {directionWords[impact.direction]}. {impact.whatHappens}
          </td>
          <td>{impact.whatWeDo === '' ? 'Nothing yet' : impact.whatWeDo}</td>
          <td>{impact.ownerName === '' ? 'See above' : impact.ownerName}</td>
          <td>{impact.review === undefined ? 'No day yet' : sayDay(impact.review)}</td>
        </tr>
      ))}
      {actions.map((action) => (
        <tr key={action.id}>
          <th scope="row">
            <ActionLink action={action} />
          </th>
          <td colSpan={2}>{action.povertyNote}</td>
          <td>{sayOwner(action, view.organisations)}</td>
          <td>{action.due === undefined ? 'No day yet' : sayDay(action.due)}</td>
        </tr>
      ))}
    </tbody>
  );
}
