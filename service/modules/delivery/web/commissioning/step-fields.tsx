import { ChoiceField, DayField, LineField, WordsField, type Answers } from '#platform/forms/inputs.tsx';
import type { StepAsked } from '../../actions/commissioning/step-forward.ts';
import { verdicts } from '../../domain/commissioning/commission.ts';
import type { CommissionView } from '../../queries/commissioning/commission-view.ts';
import { verdictWords } from './commission-words.ts';

type Props = { to: StepAsked['to']; view: CommissionView; answers: Answers };

/** What each step asks for, and at the end of each the words that stay with it. */
export function StepFields(props: Props) {
  const { to, view, answers } = props;
  return (
    <>
      {to === 'decision' ? <Decision view={view} answers={answers} /> : null}
      {to === 'service' ? <Service view={view} answers={answers} /> : null}
      {to === 'outcome' ? <CameOfIt view={view} answers={answers} /> : null}
      <WordsField
        answers={answers}
        name="words"
        label={
          to === 'ended'
            ? 'What happens to the children and families who rely on it?'
            : 'Why now, or what to know'
        }
        hint={
          to === 'ended'
            ? 'Who was told, what they get in its place, and by when.'
            : 'It stays with this step. It may stay empty.'
        }
        rows={4}
      />
    </>
  );
}

function Decision({ view, answers }: Omit<Props, 'to'>) {
  return (
    <>
      <ChoiceField
        answers={answers}
        name="option"
        label="Which option was decided on?"
        options={view.options.map(({ id, title }) => ({ value: id, text: title }))}
      />
      <LineField
        answers={answers}
        name="decision"
        label="By which decision?"
        hint="Its number, such as D12. It stands in the minutes and on the list of decisions."
        short
      />
    </>
  );
}

function Service({ view, answers }: Omit<Props, 'to'>) {
  const { service } = view.commission;
  return (
    <>
      <LineField answers={answers} name="name" label="What is the service called?" before={service.name} />
      <LineField answers={answers} name="provider" label="Who provides it?" before={service.provider} />
      <DayField answers={answers} name="from" label="From which day?" before={service.from} />
      <DayField
        answers={answers}
        name="until"
        label="Until which day?"
        hint="It may stay empty."
        before={service.until}
      />
    </>
  );
}

function CameOfIt({ view, answers }: Omit<Props, 'to'>) {
  return (
    <>
      <WordsField
        answers={answers}
        name="outcome"
        label="What was before, and what is now?"
        hint="The number before and after, with its interval, and what children say of it."
        before={view.commission.outcome}
      />
      <ChoiceField
        answers={answers}
        name="verdict"
        label="What follows from it?"
        options={verdicts.map((one) => ({ value: one, text: verdictWords[one] }))}
      />
      <WordsField
        answers={answers}
        name="reason"
        label="Why?"
        hint="Whoever reads it in five years has only these words."
        rows={3}
      />
    </>
  );
}
