import { Button } from '#packages/govuk-jsx';
import { DayField, LineField, PickField, WordsField, type Answers } from '#platform/forms/inputs.tsx';
import { CsrfField } from '#platform/page/frame.tsx';
import type { ActionToWrite } from '../../queries/plan/action-to-write.ts';

type Props = { answers: Answers; to: ActionToWrite };

type FormProps = Props & {
  csrf: string;
  action: string;
  seen: number;
  alikeSeen: string;
  submit: string;
  back: string;
};

/** The form of an action: what, who, when; then what it should move and what it needs. */
export function ActionForm(props: FormProps) {
  const { answers, to } = props;
  return (
    <form method="post" action={props.action} noValidate class="edit">
      <CsrfField csrf={props.csrf} />
      <input type="hidden" name="seen" value={String(props.seen)} />
      <input type="hidden" name="alike" value={props.alikeSeen} />
      <WhatFields answers={answers} to={to} />
      <OwnerFields answers={answers} to={to} />
      <h2>What it should change</h2>
      <EffectFields answers={answers} to={to} />
      <h2>What it needs, and whom it touches</h2>
      <NeedFields answers={answers} to={to} />
      <div class="actions">
        <Button text={props.submit} preventDoubleClick />
        <a href={props.back}>Leave it as it was</a>
      </div>
    </form>
  );
}

function WhatFields({ answers, to }: Props) {
  const { action } = to;
  return (
    <>
      <LineField
        answers={answers}
        name="title"
        label="What is to be done, in a few words?"
        before={action?.title}
      />
      <WordsField
        answers={answers}
        name="what"
        label="What exactly?"
        hint="So that somebody else could do it. It may stay empty."
        rows={4}
        before={action?.what}
      />
      <WhereFields answers={answers} to={to} />
    </>
  );
}

function WhereFields({ answers, to: { action, choices, priorityAsked } }: Props) {
  return (
    <>
      <PickField
        answers={answers}
        name="priority"
        label="Under which priority of the year?"
        options={[
          { value: '', text: 'Beside the priorities' },
          ...choices.priorities.map(({ id, title }) => ({ value: id, text: title })),
        ]}
        before={action ? (action.priorityId ?? '') : priorityAsked}
      />
      <PickField
        answers={answers}
        name="element"
        label="Which part of the strategy does it serve?"
        options={[{ value: '', text: 'That of its priority, or none yet' }, ...choices.elements]}
        before={action?.element.elementKey ?? ''}
      />
      <DayField
        answers={answers}
        name="start"
        label="When does it begin?"
        hint="It may stay empty."
        before={action?.start}
      />
      <DayField answers={answers} name="due" label="By when is it done?" before={action?.due} />
    </>
  );
}

function OwnerFields({ answers, to }: Props) {
  const { action, choices } = to;
  return (
    <>
      <h2>Who answers for it</h2>
      <PickField
        answers={answers}
        name="ownerPerson"
        label="Somebody with an account"
        options={[
          { value: '', text: 'Nobody with an account' },
          ...choices.people.map(({ id, name, organisation }) => ({
            value: id,
            text: `${name}, ${organisation}`,
          })),
        ]}
        before={action?.owner.personId ?? ''}
      />
      <LineField
        answers={answers}
        name="ownerName"
        label="Or somebody without one"
        hint="A name, or a post: the barn keeper."
        before={action?.owner.personId ? '' : action?.owner.name}
      />
      <ReachFields answers={answers} to={to} />
    </>
  );
}

function ReachFields({ answers, to: { action, choices } }: Props) {
  return (
    <>
      <LineField
        answers={answers}
        name="ownerEmail"
        label="Where a letter reaches them"
        hint="An e-mail address. Nobody but those who keep the plan sees it."
        before={action?.owner.email}
      />
      <PickField
        answers={answers}
        name="organisation"
        label="Of which organisation?"
        hint="Everybody sees this."
        options={[{ value: '', text: 'None yet' }, ...choices.organisations]}
        before={action?.owner.organisationKey ?? ''}
      />
    </>
  );
}

function EffectFields({ answers, to: { action, choices } }: Props) {
  return (
    <>
      <PickField
        answers={answers}
        name="measure"
        label="Which measure should it move?"
        options={[{ value: '', text: 'None is named' }, ...choices.measures]}
        before={action?.measureId ?? ''}
      />
      <LineField
        answers={answers}
        name="expectedFor"
        label="For whom?"
        hint="A group, in the same words each time: families on low pay in Dunmarsh."
        before={action?.expectedFor}
      />
      <LineField
        answers={answers}
        name="expectedEffect"
        label="What should be different?"
        before={action?.expectedEffect}
      />
    </>
  );
}

function NeedFields({ answers, to }: Props) {
  const { action } = to;
  const pounds = (value: number | undefined) => (value === undefined ? '' : String(value));
  return (
    <>
      <LineField
        answers={answers}
        name="oneOff"
        label="Pounds, once"
        hint="0 where it costs nothing; empty where nobody has costed it."
        short
        number
        before={pounds(action?.oneOffPounds)}
      />
      <LineField
        answers={answers}
        name="yearly"
        label="Pounds, each year that it goes on"
        short
        number
        before={pounds(action?.yearlyPounds)}
      />
      <LineField answers={answers} name="resources" label="People and things" before={action?.resources} />
      <NoteFields answers={answers} to={to} />
    </>
  );
}

function NoteFields({ answers, to }: Props) {
  const { action } = to;
  return (
    <>
      <WordsField
        answers={answers}
        name="equality"
        label="Equality: who could be left out, and how that is avoided"
        rows={3}
        before={action?.equalityNote}
      />
      <WordsField
        answers={answers}
        name="childImpact"
        label="What does it do to children, and what did they say of it?"
        rows={3}
        before={action?.childImpactNote}
      />
      <WordsField
        answers={answers}
        name="poverty"
        label="What harm could it do to families with little money, and how is that avoided?"
        rows={3}
        before={action?.povertyNote}
      />
      <TheirPlanFields answers={answers} to={to} />
    </>
  );
}

function TheirPlanFields({ answers, to: { action } }: Props) {
  return (
    <>
      <LineField
        answers={answers}
        name="theirPlanTitle"
        label="Does it stand in a partner’s own plan?"
        hint="The name of that plan. It is read there, and not typed again here."
        before={action?.theirPlan.title}
      />
      <LineField
        answers={answers}
        name="theirPlanLink"
        label="Where is that plan read?"
        hint="An address that begins with https://"
        before={action?.theirPlan.link}
      />
    </>
  );
}
