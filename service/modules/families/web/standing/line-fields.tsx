import { ChoiceField, DayField, LineField, WordsField, type Answers } from '#platform/forms/inputs.tsx';
import { addDays, type Day } from '#platform/kernel/day.ts';

type Props = { answers: Answers; today: Day };

/** Whether the page asked for one of these before, or asks for it now. */
function isAsked({ posted, errors }: Answers, names: readonly string[]): boolean {
  return names.some((name) => posted?.[name] !== undefined || errors.some(({ field }) => field === name));
}

/**
 * What the sharing ledger asks of somebody from another body, and nobody else. It comes when they were chosen and the
 * agreement leaves it open, so that whoever asks a colleague in never meets it.
 */
export function LineFields({ answers, today }: Props) {
  if (!isAsked(answers, ['line', 'told', 'told-words', 'help-agreed', 'plain-words', 'review-on']))
    return null;
  return (
    <section class="notice">
      <h3>They come from another organisation</h3>
      <p>
        So what they read crosses to it, and the sharing ledger keeps a line of it. The agreement between the
        two says already what may be read and why the law allows it. This only you can say:
      </p>
      <input type="hidden" name="line" value="asked" />
      <Family answers={answers} />
      <WordsField
        answers={answers}
        name="plain-words"
        label="How would you say it to them?"
        hint="A sentence or two. It stands in their record: We let … read … so that …"
        rows={3}
      />
      <DayField
        answers={answers.posted?.['line'] === undefined ? { errors: [] } : answers}
        name="review-on"
        label="When does somebody look again whether it is still right?"
        before={addDays(today, 90)}
      />
      <Duty answers={answers} />
      <Consent answers={answers} />
    </section>
  );
}

function Family({ answers }: Pick<Props, 'answers'>) {
  return (
    <>
      <ChoiceField
        answers={answers}
        name="told"
        label="Does the family know that they come in?"
        hint="Be open with them, unless that puts somebody in danger."
        options={[
          { value: 'told', text: 'Yes, they know' },
          { value: 'will-be-told', text: 'They will be told' },
          { value: 'not-told', text: 'No, and there is a reason' },
        ]}
      />
      <WordsField
        answers={answers}
        name="told-words"
        label="If not, why not?"
        hint="Otherwise it may stay empty."
        rows={2}
      />
      <ChoiceField
        answers={answers}
        name="help-agreed"
        label="Did they agree to be helped?"
        hint="That is not consent to sharing. Both are kept apart."
        options={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
          { value: 'not-asked', text: 'Nobody asked yet' },
        ]}
      />
    </>
  );
}

function Duty({ answers }: Pick<Props, 'answers'>) {
  if (!isAsked(answers, ['relevance', 'whose-function', 'how-far', 'detriment'])) return null;
  return (
    <>
      <WordsField
        answers={answers}
        name="relevance"
        label="Why does it matter for the child’s safety or welfare?"
        rows={2}
      />
      <WordsField answers={answers} name="whose-function" label="Whose work does it help?" rows={2} />
      <WordsField answers={answers} name="how-far" label="How far does it go, and no further?" rows={2} />
      <ChoiceField
        answers={answers}
        name="detriment"
        label="Would sharing be worse for the child than not sharing?"
        options={[
          { value: 'not-more', text: 'No' },
          { value: 'more', text: 'Yes: then nobody is let in' },
        ]}
      />
    </>
  );
}

function Consent({ answers }: Pick<Props, 'answers'>) {
  if (!isAsked(answers, ['consent-by', 'consent-on-day'])) return null;
  return (
    <>
      <LineField
        answers={answers}
        name="consent-by"
        label="The agreement rests on consent. Who gave it, and how?"
        hint="Mum, in writing. The young person, who understood it."
      />
      <DayField answers={answers} name="consent-on" label="When did they give it?" />
    </>
  );
}
