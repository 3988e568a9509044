import type { Action } from '../../domain/action.ts';
import { sayPounds } from '../../domain/plan/plan-totals.ts';
import { Fact } from './action-why.tsx';

/** What it needs, and what it may do to those who have least. */
export function NeedsAndNotes({ action }: { action: Action }) {
  const money = sayMoney(action);
  const notes: readonly (readonly [string, string])[] = [
    ['People and things', action.resources],
    ['Equality', action.equalityNote],
    ['What it does to children', action.childImpactNote],
    ['Families with little money', action.povertyNote],
  ];
  const said = notes.filter(([, words]) => words !== '');
  return (
    <section aria-labelledby="needs">
      <h2 id="needs">What it needs, and whom it touches</h2>
      <dl class="plan-facts">
        <Fact name="Money">{money}</Fact>
        {said.map(([name, words]) => (
          <Fact name={name} key={name}>
            <span class="own-words">{words}</span>
          </Fact>
        ))}
      </dl>
      <TheirPlan action={action} />
    </section>
  );
}

/** A partner's own plan is read there, and never typed again here. */
function TheirPlan({ action: { theirPlan } }: { action: Action }) {
  if (theirPlan.title === '' && theirPlan.link === '') return null;
  const name = theirPlan.title === '' ? 'their plan' : theirPlan.title;
  return (
    <p>
      It stands in a partner’s own plan:{' '}
      {/^https?:\/\//.test(theirPlan.link) ? <a href={theirPlan.link}>{name}</a> : name}. Read it there; it is
      not typed again here.
    </p>
  );
}

function sayMoney({ oneOffPounds, yearlyPounds }: Action): string {
  if (oneOffPounds === undefined && yearlyPounds === undefined) return 'Not costed yet';
  const parts = [
    ...(oneOffPounds === undefined ? [] : [`${sayPounds(oneOffPounds)} once`]),
    ...(yearlyPounds === undefined ? [] : [`${sayPounds(yearlyPounds)} each year`]),
  ];
  return parts.join(', ');
}
