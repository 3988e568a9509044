import { Button } from '#packages/govuk-jsx';
import { LineField, PickField, TicksField, WordsField, type Answers } from '#platform/forms/inputs.tsx';
import { CsrfField } from '#platform/page/frame.tsx';
import type { Commission } from '../../domain/commissioning/commission.ts';
import type { WritingChoices } from '../../queries/findings/findings-list.ts';

/** The form of a need that partners meet together. */
export function CommissionForm(props: {
  answers: Answers;
  before: Commission | undefined;
  choices: WritingChoices;
  csrf: string;
  action: string;
  seen: number;
  back: string;
}) {
  const { answers, before, choices } = props;
  return (
    <form method="post" action={props.action} noValidate class="edit">
      <CsrfField csrf={props.csrf} />
      <input type="hidden" name="seen" value={String(props.seen)} />
      <Need answers={answers} before={before} />
      <Ties {...props} />
      <Asked answers={answers} before={before} />
      <TicksField
        answers={answers}
        name="partners"
        label="Who buys it together?"
        options={choices.organisations}
        before={before?.partners ?? []}
      />
      <LineField
        answers={answers}
        name="ownerName"
        label="Who keeps this going?"
        hint="A name or a job. It may stay empty."
        before={before?.ownerName}
      />
      <div class="actions">
        <Button text="Save" preventDoubleClick />
        <a href={props.back}>Leave it as it was</a>
      </div>
    </form>
  );
}

function Ties(props: { answers: Answers; before: Commission | undefined; choices: WritingChoices }) {
  const { answers, before, choices } = props;
  const none = { value: '', text: 'None' };
  return (
    <>
      <PickField
        answers={answers}
        name="element"
        label="Which part of the strategy does it serve?"
        options={[{ value: '', text: 'Choose one' }, ...choices.elements]}
        before={before?.element.elementKey ?? ''}
      />
      <PickField
        answers={answers}
        name="needMeasure"
        label="Which measure tells the need?"
        options={[none, ...choices.measures]}
        before={before?.needMeasureId ?? ''}
      />
      <PickField
        answers={answers}
        name="outcomeMeasure"
        label="By which measure is the outcome seen?"
        options={[none, ...choices.measures]}
        before={before?.outcomeMeasureId ?? ''}
      />
    </>
  );
}

function Need({ answers, before }: Told) {
  return (
    <>
      <LineField
        answers={answers}
        name="title"
        label="What is to be bought or changed together?"
        hint="In one line: somebody to talk to before it is bad."
        before={before?.title}
      />
      <WordsField
        answers={answers}
        name="need"
        label="What do children and families need?"
        hint="And how far it is from what they have."
        before={before?.need}
      />
      <LineField
        answers={answers}
        name="needSource"
        label="Where is the need known from?"
        before={before?.needSource}
      />
    </>
  );
}

function Asked({ answers, before }: Told) {
  return (
    <>
      <WordsField
        answers={answers}
        name="anyway"
        label="What would happen without it?"
        hint="Some of what is hoped for comes anyway. It may stay empty."
        rows={3}
        before={before?.anyway}
      />
      <WordsField
        answers={answers}
        name="ask"
        label="What is asked of whoever decides?"
        hint="It may stay empty until the options are weighed."
        rows={3}
        before={before?.ask}
      />
    </>
  );
}

type Told = { answers: Answers; before: Commission | undefined };
