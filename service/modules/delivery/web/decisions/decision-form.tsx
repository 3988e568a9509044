import { z } from 'zod';
import { Button, Details } from '#packages/govuk-jsx';
import { choice, optionalText, text } from '#platform/forms/fields.ts';
import {
  ChoiceField,
  DayField,
  LineField,
  PickField,
  readDay,
  WordsField,
  type Answers,
} from '#platform/forms/inputs.tsx';
import { readForm, type FieldError } from '#platform/forms/read-form.ts';
import type { Posted } from '#platform/forms/fields.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import type { ToDecide } from '../../actions/decisions/decide.ts';
import { becomings } from '../../domain/decision.ts';
import type { DecisionChoices } from '../../queries/decisions/decision-choices.ts';
import { becomingWords } from './decision-words.ts';

const form = z.object({
  title: text('the decision in one line', 200),
  words: text('what was decided', 4000),
  reason: text('why', 4000),
  dissent: optionalText(4000),
  evidence: optionalText(4000),
  restsOn: optionalText(400),
  ownerName: optionalText(120),
  ownerOrganisation: optionalText(120),
  becomes: choice('what it becomes', becomings),
  actionTitle: optionalText(200),
  actionEmail: optionalText(200),
  changePlan: optionalText(60),
  changeWhat: optionalText(300),
  changeBefore: optionalText(2000),
  changeAfter: optionalText(2000),
  changeTakenPart: optionalText(1000),
  element: optionalText(200),
  equalityNote: optionalText(2000),
  childImpactNote: optionalText(2000),
  publish: choice('whether it is published', ['publish', 'exempt']),
  ground: optionalText(300),
  replaces: optionalText(60),
});

type Written = Omit<ToDecide, 'meetingKey' | 'itemId'>;

/** Reads the form of a decision: what was written, or what is wrong at its fields. */
export function readDecision(posted: Posted): { written: Written } | { errors: readonly FieldError[] } {
  const read = readForm(form, posted);
  const due = readDay(posted, 'due', 'The day to hear of it');
  const actionDue = readDay(posted, 'actionDue', 'The day of the action');
  if (!read.done || !due.done || !actionDue.done)
    return {
      errors: [read, due, actionDue].flatMap((one) => (one.done ? [] : one.refusal.errors)),
    };
  const said = read.value;
  return {
    written: {
      words: wordsOfForm(said, due.value),
      action: { title: said.actionTitle ?? '', email: said.actionEmail ?? '', due: actionDue.value },
      change: {
        what: said.changeWhat ?? '',
        before: said.changeBefore ?? '',
        after: said.changeAfter ?? '',
        takenPart: said.changeTakenPart ?? '',
        planId: idFrom<'plan'>(said.changePlan ?? ''),
      },
    },
  };
}

function wordsOfForm(said: z.output<typeof form>, due: Written['words']['due']): Written['words'] {
  const [frameworkSlug = '', elementKey = ''] = (said.element ?? '').split('/');
  const at = (said.restsOn ?? '').indexOf(':');
  const restsOn =
    at < 0
      ? { kind: '', id: '' }
      : { kind: said.restsOn?.slice(0, at) ?? '', id: said.restsOn?.slice(at + 1) ?? '' };
  return {
    title: said.title,
    words: said.words,
    reason: said.reason,
    dissent: said.dissent ?? '',
    evidence: said.evidence ?? '',
    restsOn,
    measureId: restsOn.kind === 'measure' ? restsOn.id : '',
    ownerName: said.ownerName ?? '',
    ownerOrganisation: said.ownerOrganisation ?? '',
    due,
    equalityNote: said.equalityNote ?? '',
    childImpactNote: said.childImpactNote ?? '',
    becomes: said.becomes,
    element: { frameworkSlug, elementKey },
    replaces: idFrom<'decision'>(said.replaces ?? ''),
    publishing: { publish: said.publish, ground: said.ground ?? '' },
  };
}

/** What a form begins with: what the item speaks of. */
export type Begun = { restsOn: string; element: string; replaces: string; isExempt: boolean; ground: string };

type FormProps = {
  answers: Answers;
  choices: DecisionChoices;
  begun: Begun;
  csrf: string;
  action: string;
  itemId: string;
  back: string;
};

const nothing = { value: '', text: 'Nothing chosen' };

/** The form of a decision, under the item that it was made of. */
export function DecisionForm(props: FormProps) {
  const { answers } = props;
  return (
    <form method="post" action={props.action} noValidate class="edit decision-form">
      <CsrfField csrf={props.csrf} />
      <input type="hidden" name="item" value={props.itemId} />
      <LineField answers={answers} name="title" label="The decision in one line" />
      <WordsField answers={answers} name="words" label="What was decided?" rows={3} />
      <WordsField answers={answers} name="reason" label="Why?" rows={3} />
      <WordsField
        answers={answers}
        name="dissent"
        label="Who disagreed, and why?"
        hint="In their own words. Leave it empty where nobody did."
        rows={2}
      />
      <Evidence {...props} />
      <WhatItBecomes {...props} />
      <Notes {...props} />
      <div class="actions">
        <Button text="Write it down" preventDoubleClick />
        <a href={props.back}>Back without a decision</a>
      </div>
    </form>
  );
}

function Evidence({ answers, choices, begun }: FormProps) {
  return (
    <>
      <WordsField answers={answers} name="evidence" label="What does it rest on?" rows={2} />
      <PickField
        answers={answers}
        name="restsOn"
        label="Which of these is it?"
        hint="It stays tied to the decision, so that everybody can look it up."
        options={[nothing, ...choices.evidence]}
        before={begun.restsOn}
      />
      <PickField
        answers={answers}
        name="element"
        label="Which part of the strategy does it serve?"
        options={[nothing, ...choices.elements]}
        before={begun.element}
      />
    </>
  );
}

function WhatItBecomes({ answers, choices }: FormProps) {
  return (
    <>
      <ChoiceField
        answers={answers}
        name="becomes"
        label="What does it become at once?"
        options={becomings.map((value) => ({ value, text: becomingWords[value] }))}
        before="action"
      />
      <LineField answers={answers} name="ownerName" label="Who answers for it?" />
      <PickField
        answers={answers}
        name="ownerOrganisation"
        label="Of which organisation?"
        options={[nothing, ...choices.organisations]}
      />
      <DayField answers={answers} name="due" label="When does the board want to hear what came of it?" />
      <ActionFields answers={answers} />
      <ChangeFields answers={answers} choices={choices} />
    </>
  );
}

function ActionFields({ answers }: Pick<FormProps, 'answers'>) {
  return (
    <Details
      summaryText="If it becomes an action"
      open={answers.errors.some(({ field }) => field.startsWith('action'))}
      html={
        <>
          <LineField
            answers={answers}
            name="actionTitle"
            label="What is to be done?"
            hint="Left empty, the action is called as the decision is."
          />
          <DayField
            answers={answers}
            name="actionDue"
            label="By when?"
            hint="Left empty, by the day on which the board wants to hear of it."
          />
          <LineField
            answers={answers}
            name="actionEmail"
            label="To which address do we write?"
            hint="An e-mail address of whoever does it. It may stay empty."
          />
        </>
      }
    />
  );
}

function ChangeFields({ answers, choices }: Pick<FormProps, 'answers' | 'choices'>) {
  return (
    <Details
      summaryText="If it changes the plan or a service"
      open={answers.errors.some(({ field }) => field.startsWith('change'))}
      html={
        <>
          {choices.plans.length < 2 ? null : (
            <PickField
              answers={answers}
              name="changePlan"
              label="Which plan changes?"
              hint="Leave it where a service changes, and no plan."
              options={[nothing, ...choices.plans]}
            />
          )}
          <LineField answers={answers} name="changeWhat" label="What changes?" />
          <WordsField answers={answers} name="changeBefore" label="How was it before?" rows={2} />
          <WordsField answers={answers} name="changeAfter" label="How is it to be?" rows={2} />
          <WordsField
            answers={answers}
            name="changeTakenPart"
            label="Who took part in thinking it through?"
            rows={2}
          />
        </>
      }
    />
  );
}

function Notes({ answers, choices, begun }: FormProps) {
  return (
    <>
      <WordsField
        answers={answers}
        name="equalityNote"
        label="What does it mean for people who are treated unequally?"
        rows={2}
      />
      <WordsField answers={answers} name="childImpactNote" label="What does it mean for children?" rows={2} />
      <ChoiceField
        answers={answers}
        name="publish"
        label="May everybody read it?"
        options={[
          { value: 'publish', text: 'Yes, it is published' },
          { value: 'exempt', text: 'No, it is exempt' },
        ]}
        before={begun.isExempt ? 'exempt' : 'publish'}
      />
      <LineField
        answers={answers}
        name="ground"
        label="If not: on which ground?"
        hint="As the law or the constitution words it."
        before={begun.ground}
      />
      {choices.decisions.length === 0 ? null : (
        <PickField
          answers={answers}
          name="replaces"
          label="Does it take the place of an earlier decision?"
          options={[{ value: '', text: 'No' }, ...choices.decisions]}
          before={begun.replaces}
        />
      )}
    </>
  );
}
