import { Button, Select } from '#packages/govuk-jsx';
import { actionStates, stateWords } from '../../domain/action.ts';
import { isChosen, ownersByAction, type Chosen } from '../../domain/plan/choose-actions.ts';
import type { PlanView } from '../../queries/plan/plan-view.ts';
import { planPlaces } from './places.ts';

type Props = { view: PlanView; chosen: Chosen; names: boolean };

/** Whose actions, of which organisation, and how they stand. */
export function ChooseActions({ view, chosen, names }: Props) {
  if (view.actions.length === 0) return null;
  const at = planPlaces.plan(view.plan.key);
  const organisations = [...view.organisations].toSorted(([, a], [, b]) => a.localeCompare(b, 'en-GB'));
  const owners = [...ownersByAction(view.actions)].toSorted(([, a], [, b]) => a.localeCompare(b, 'en-GB'));
  const states = actionStates.map((state) => ({ value: state, text: capital(stateWords[state]) }));
  return (
    <form method="get" action={at} class="filters">
      <Select
        name="state"
        label={{ text: 'How it stands' }}
        value={chosen.state}
        items={[{ value: '', text: 'However it stands' }, { value: 'open', text: 'Not over yet' }, ...states]}
      />
      <Select
        name="organisation"
        label={{ text: 'Organisation' }}
        value={chosen.organisation}
        items={[
          { value: '', text: 'All of them' },
          ...organisations.map(([value, text]) => ({ value, text })),
        ]}
      />
      {names ? (
        <Select
          name="owner"
          label={{ text: 'Who answers for it' }}
          value={owners.find(([, name]) => name === chosen.owner)?.[0] ?? ''}
          items={[{ value: '', text: 'Everybody' }, ...owners.map(([value, text]) => ({ value, text }))]}
        />
      ) : null}
      <Button text="Show" />
      {isChosen(chosen) ? <a href={at}>Show the whole plan</a> : null}
    </form>
  );
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
