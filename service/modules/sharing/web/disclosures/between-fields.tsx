import { PickField, type Answers } from '#platform/forms/inputs.tsx';
import type { RecordingChoices } from '../../queries/disclosures/recording-view.ts';
import { elsewhere, startFields } from './read-recording.ts';

type Props = { choices: RecordingChoices; answers: Answers };

const none = { value: '', text: 'Choose one' };

/** Which of the children whom this person works with. */
export function ChildField({ choices, answers, label }: Props & { label: string }) {
  return (
    <PickField
      answers={answers}
      name={startFields.child}
      label={label}
      options={[none, ...choices.mine.map(({ id, title }) => ({ value: id, text: title }))]}
    />
  );
}

/** From which body, where that is not certain, and to which. */
export function BodyFields({ choices: { own, bodies }, answers, label }: Props & { label: string }) {
  const named = bodies.map(({ id, name }) => ({ value: id, text: name }));
  return (
    <>
      {own ? null : (
        <PickField
          answers={answers}
          name={startFields.from}
          label="Which organisation holds it now?"
          options={[none, ...named]}
        />
      )}
      <PickField
        answers={answers}
        name={startFields.to}
        label={label}
        options={[
          none,
          ...named.filter(({ value }) => value !== own?.id),
          { value: elsewhere, text: 'Somebody who is not on this list' },
        ]}
      />
    </>
  );
}
