import { Button } from '#packages/govuk-jsx';
import {
  ChoiceField,
  DayField,
  LineField,
  PickField,
  TicksField,
  WordsField,
  type Answers,
} from '#platform/forms/inputs.tsx';
import { CsrfField } from '#platform/page/frame.tsx';
import { sayNumber } from '../../domain/action.ts';
import {
  concerns,
  concernWords,
  directions,
  directionWords,
  type CombinedChange,
} from '../../domain/plan/combined-impact.ts';
import type { ImpactToWrite } from '../../queries/plan/impact-to-write.ts';
import { planPlaces } from '../plan/places.ts';

/** How many changes of partners by themselves a form has room for. */
export const placesForPartners = [1, 2, 3] as const;

type Props = { to: ImpactToWrite; answers: Answers };

type FormProps = Props & { asked: readonly string[]; csrf: string; action: string; seen: number };

/** The form of a combined impact. */
export function ImpactForm(props: FormProps) {
  const { to, answers } = props;
  const { impact } = to;
  return (
    <form method="post" action={props.action} noValidate class="edit">
      <CsrfField csrf={props.csrf} />
      <input type="hidden" name="seen" value={String(props.seen)} />
      <LineField
        answers={answers}
        name="families"
        label="Of which families does this speak?"
        hint="Families on low pay in Dunmarsh."
        before={impact?.families}
      />
      <TicksField
        answers={answers}
        name="concerns"
        label="They are also"
        options={concerns.map((one) => ({ value: one, text: concernWords[one] }))}
        before={impact?.concerns ?? []}
      />
      <WhatMeets {...props} />
      <WhatItDoes to={to} answers={answers} />
      <div class="actions">
        <Button text="Save" preventDoubleClick />
        <a href={planPlaces.together(to.plan.key)}>Leave it as it was</a>
      </div>
    </form>
  );
}

function WhatMeets({ to, answers, asked }: FormProps) {
  const ticked = to.impact
    ? to.actions.filter(({ id }) => to.impact?.changes.some(({ actionId }) => actionId === id))
    : to.actions.filter(({ number }) => asked.includes(String(number)));
  const byPartners = (to.impact?.changes ?? []).filter(({ actionId }) => actionId === undefined);
  return (
    <>
      <TicksField
        answers={answers}
        name="actions"
        label="Which actions of the plan meet there?"
        options={to.actions.map((action) => ({
          value: String(action.number),
          text: `${sayNumber(action)} ${action.title}`,
        }))}
        before={ticked.map(({ number }) => String(number))}
      />
      {placesForPartners.map((place) => {
        const before = byPartners[place - 1];
        return <ByPartner key={place} to={to} answers={answers} place={place} before={before} />;
      })}
    </>
  );
}

type ByPartnerProps = Props & { place: number; before: CombinedChange | undefined };

function ByPartner({ to, answers, place, before }: ByPartnerProps) {
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
        A change that a partner makes by itself ({place} of {placesForPartners.length})
      </legend>
      <PickField
        answers={answers}
        name={`organisation-${place}`}
        label="Who"
        options={[{ value: '', text: 'Nobody' }, ...to.organisations]}
        before={before?.organisationKey ?? ''}
      />
      <LineField answers={answers} name={`words-${place}`} label="What changes" before={before?.words} />
      <DayField answers={answers} name={`from-${place}`} label="From when" before={before?.from} />
    </fieldset>
  );
}

function WhatItDoes({ to: { impact }, answers }: Props) {
  return (
    <>
      <WordsField
        answers={answers}
        name="whatHappens"
        label="What happens to these families, all at once?"
        rows={4}
        before={impact?.whatHappens}
      />
      <ChoiceField
        answers={answers}
        name="direction"
        label="Which way does it go?"
        options={directions.map((one) => ({ value: one, text: directionWords[one] }))}
        before={impact?.direction ?? 'not-known'}
      />
      <WordsField
        answers={answers}
        name="whatWeDo"
        label="What do we do about it?"
        rows={3}
        before={impact?.whatWeDo}
      />
      <LineField answers={answers} name="owner" label="Who looks after it?" before={impact?.ownerName} />
      <DayField answers={answers} name="review" label="When is it looked at again?" before={impact?.review} />
    </>
  );
}
