import { ChoiceField, LineField, PickField, type Answers, type Option } from '#platform/forms/inputs.tsx';
import type { Before } from './columns-before.ts';

type Props = { answers: Answers; before: Before; columns: readonly Option[] };

/** What has to be known of a table of survey results: what was asked of whom, and how safe its small numbers are. */
export function SurveyFields(props: Props) {
  const { answers, before } = props;
  return (
    <section aria-labelledby="a-survey">
      <h2 id="a-survey">Are these answers to a survey?</h2>
      <p>
        Then fewer than 30 answers, and answers of fewer than three schools, are held back before anybody sees
        them; and religion, sexuality, gender identity and disability are shown for the whole area and of
        children aged 11 and older only. The table holds results, never one child’s answers.
      </p>
      <ChoiceField
        answers={answers}
        name="isSurvey"
        label="What the table holds"
        options={[
          { value: 'no', text: 'Figures of any other kind' },
          { value: 'yes', text: 'Results of a survey: fill in what follows' },
        ]}
        before={before.fields['isSurvey'] ?? 'no'}
        small
      />
      <Asked {...props} />
      <Counted {...props} />
    </section>
  );
}

function Asked({ answers, before: { fields }, columns }: Props) {
  const line = (name: string, label: string, hint?: string) => (
    <LineField
      answers={answers}
      name={name}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      before={fields[name]}
    />
  );
  const pick = (name: string, label: string) => (
    <PickField answers={answers} name={name} label={label} options={columns} before={fields[name] ?? ''} />
  );
  return (
    <>
      <h3>If it is a survey: what was asked of whom</h3>
      {line('survey', 'Name of the survey')}
      {line('questionWords', 'The question, word for word', 'Waves are only compared where it is the same.')}
      {pick('questionColumn', 'Or the column that holds the question')}
      {line('agesWords', 'Which ages were asked', '11 to 15')}
      {pick('agesColumn', 'Or the column that holds the ages')}
      {line('wave', 'Which wave this is (may be empty)', 'Spring 2026')}
      <ChoiceField
        answers={answers}
        name="surveyPolarity"
        label="If many give the answer, that is"
        options={[
          { value: 'high-is-good', text: 'Good' },
          { value: 'low-is-good', text: 'Bad' },
          { value: 'no-judgement', text: 'Neither' },
        ]}
        before={fields['surveyPolarity'] ?? ''}
        small
      />
    </>
  );
}

function Counted({ answers, before: { fields }, columns }: Props) {
  const pick = (name: string, label: string, hint?: string) => (
    <PickField
      answers={answers}
      name={name}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      options={columns}
      before={fields[name] ?? ''}
    />
  );
  return (
    <>
      <h3>If it is a survey: how many answered</h3>
      <p>How many answered is the column that you chose above as the denominator.</p>
      {pick('schools', 'From how many schools the answers came', '0 where it was not asked in schools.')}
      {pick('kindColumn', 'The column that names the kind of group', 'Disability, Sex, Rural or urban.')}
      {pick('groupColumn', 'And the column that names the group', 'Disabled, Girls, Rural.')}
      <HowCounted answers={answers} fields={fields} />
    </>
  );
}

function HowCounted({ answers, fields }: { answers: Answers; fields: Before['fields'] }) {
  return (
    <>
      <ChoiceField
        answers={answers}
        name="surveyValue"
        label="The value is"
        options={[
          { value: 'percent', text: 'A percentage of those who answered' },
          { value: 'count', text: 'How many gave the answer' },
        ]}
        before={fields['surveyValue'] ?? 'percent'}
        small
      />
      <ChoiceField
        answers={answers}
        name="weighted"
        label="Are the answers weighted?"
        options={[
          { value: 'no', text: 'No' },
          { value: 'yes', text: 'Yes' },
        ]}
        before={fields['weighted'] ?? 'no'}
        small
      />
      <LineField
        answers={answers}
        name="designEffect"
        label="Design effect (may be empty)"
        hint="By how much weights and schools widen what is known: 1.4. A weighted survey without one has no interval."
        before={fields['designEffect']}
        short
        number
      />
    </>
  );
}
