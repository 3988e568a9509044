import { Button } from '#packages/govuk-jsx';
import { ChoiceField, WordsField } from '#platform/forms/inputs.tsx';
import { ActForm } from './act-form.tsx';
import type { StepProps } from './step-props.ts';

const none = { errors: [] };

/** The clock of a request: it stands still while somebody is asked, and can be given more time. */
export function ClockForms(props: StepProps) {
  const { pauses, extended } = props.seen.request;
  const waits = pauses.some(({ untilOn }) => untilOn === undefined);
  return (
    <>
      {waits ? (
        <ActForm {...props} act="heard-back">
          <Button text="They answered: the clock runs again" preventDoubleClick />
        </ActForm>
      ) : (
        <AskBackForm {...props} />
      )}
      {extended ? (
        <p>
          {extended.months === 1 ? 'One month' : 'Two months'} more were taken: {extended.reason}
        </p>
      ) : (
        <ExtendForm {...props} />
      )}
    </>
  );
}

function AskBackForm(props: StepProps) {
  const answers = props.around.answers ?? none;
  return (
    <ActForm {...props} act="ask-back">
      <ChoiceField
        answers={answers}
        name="why"
        small
        label="Do you have to ask them something first?"
        hint="Then the clock stands still until they answer. Ask only what you cannot do without."
        options={[
          { value: 'identity', text: 'Who they are' },
          { value: 'clarification', text: 'What they mean, because very much is held' },
        ]}
      />
      <WordsField answers={answers} name="askWords" label="What do you ask?" rows={2} />
      <Button text="I asked: stop the clock" classes="govuk-button--secondary" preventDoubleClick />
    </ActForm>
  );
}

function ExtendForm(props: StepProps) {
  const answers = props.around.answers ?? none;
  return (
    <ActForm {...props} act="extend">
      <ChoiceField
        answers={answers}
        name="months"
        small
        label="Do you need more time?"
        hint="Only where it is complex or they asked many things. They are told within the month, with the reason."
        options={[
          { value: '1', text: 'One month more' },
          { value: '2', text: 'Two months more' },
        ]}
      />
      <WordsField answers={answers} name="extendReason" label="What is the reason?" rows={2} />
      <Button text="Take more time, and tell them" classes="govuk-button--secondary" preventDoubleClick />
    </ActForm>
  );
}
