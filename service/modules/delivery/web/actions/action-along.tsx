import { compareDays, dayInEngland, sayDay, type Day } from '#platform/kernel/day.ts';
import { isLate, stateWords, type Action } from '../../domain/action.ts';
import type { ActionView, ProgressNote } from '../../queries/plan/action-view.ts';
import { sayOwner } from './action-list.tsx';
import { ActionLink } from '../plan/plan-parts.tsx';
import { StateMark } from './state-mark.tsx';

/** Its steps, who helps, what it waits for and what it holds up. */
export function Around({ view, today }: { view: ActionView; today: Day }) {
  const { milestones, partners, waitsFor, holdsUp } = view;
  if (milestones.length + partners.length + waitsFor.length + holdsUp.length === 0) return null;
  return (
    <section aria-labelledby="around">
      <h2 id="around">How it gets there</h2>
      {milestones.length === 0 ? null : (
        <ul class="plan-milestones">
          {milestones.map(({ id, title, due, reached }) => (
            <li key={id}>
              <span class={`tag state-mark ${sayStep({ due, reached }, today).mark}`}>
                {sayStep({ due, reached }, today).words}
              </span>{' '}
              {title}, <span class="quiet">by {sayDay(due)}</span>
            </li>
          ))}
        </ul>
      )}
      <WhoHelps view={view} />
      <Others view={view} title="It waits for" actions={waitsFor} today={today} />
      <Others
        view={view}
        title={isLate(view.action, today) ? 'It is late, and holds up' : 'What waits for it'}
        actions={holdsUp}
        today={today}
      />
    </section>
  );
}

function WhoHelps({ view }: { view: ActionView }) {
  if (view.partners.length === 0) return null;
  return (
    <>
      <h3>Who helps</h3>
      <ul>
        {view.partners.map(({ organisationKey, part }) => (
          <li key={organisationKey}>
            {view.organisations.get(organisationKey) ?? organisationKey}
            {part === '' ? '' : `: ${part}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function sayStep({ due, reached }: { due: Day; reached: Day | undefined }, today: Day) {
  if (reached !== undefined) return { words: `reached ${sayDay(reached)}`, mark: 'state-done' };
  return compareDays(due, today) < 0
    ? { words: 'past its day', mark: 'state-late' }
    : { words: 'to come', mark: '' };
}

type OthersProps = { view: ActionView; title: string; actions: readonly Action[]; today: Day };

function Others({ view, title, actions, today }: OthersProps) {
  if (actions.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="plan-actions">
        {actions.map((action) => (
          <li key={action.id}>
            <p class="plan-action-title">
              <ActionLink action={action} />
            </p>
            <p class="plan-action-facts">
              <StateMark action={action} today={today} /> <span>{sayOwner(action, view.organisations)}</span>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

const wayWords = { page: '', link: ', by a link in a letter', meeting: ', in a meeting' } as const;

/** What was said along the way, the newest first. */
export function Along({ view: { notes }, names }: { view: ActionView; names: boolean }) {
  return (
    <section aria-labelledby="along">
      <h2 id="along">What was said along the way</h2>
      {notes.length === 0 ? <p class="empty">Nobody has said yet how it goes.</p> : null}
      <ol class="plan-notes">
        {notes.map((note) => (
          <li key={note.id}>
            <p class="quiet">
              {sayDay(dayInEngland(note.saidAt))}
              {note.saidBy.name === '' ? '' : `, ${note.saidBy.name}`}
              {note.saidBy.organisation === '' ? '' : `, ${note.saidBy.organisation}`}
              {wayWords[note.way]}
            </p>
            <p>{sayMove(note)}</p>
            {note.words === '' ? null : <p class="own-words">{note.words}</p>}
          </li>
        ))}
      </ol>
      {names || notes.length === 0 ? null : (
        <p class="quiet">What people wrote is read by those who sit on the boards.</p>
      )}
    </section>
  );
}

/** "From under way to late. New day: 31 March 2027" */
function sayMove({ before, after }: ProgressNote): string {
  const state =
    before.state === after.state
      ? `Still ${stateWords[after.state]}.`
      : `From ${stateWords[before.state]} to ${stateWords[after.state]}.`;
  const moved = after.due !== undefined && after.due !== before.due ? ` New day: ${sayDay(after.due)}.` : '';
  return state + moved;
}

/** What came of it: the measure's latest state where it is done, and where it was decided. */
export function CameOfIt({ view: { action, measure, decision } }: { view: ActionView }) {
  if (action.state !== 'done') return null;
  const came = decision?.cameOfIt ?? '';
  return (
    <section aria-labelledby="came">
      <h2 id="came">What came of it</h2>
      {measure ? (
        <p>
          <a href={measure.link}>{measure.title}</a>: {measure.state}. A number moves for many reasons; this
          action is one of them at most.
        </p>
      ) : (
        <p>No measure is named that would show it.</p>
      )}
      {came === '' ? null : <p class="own-words">{came}</p>}
    </section>
  );
}
