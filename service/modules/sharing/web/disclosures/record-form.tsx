import { Button } from '#packages/govuk-jsx';
import { purposes } from '#platform/access/purposes.ts';
import {
  ChoiceField,
  DayField,
  LineField,
  PickField,
  TicksField,
  WordsField,
  Wrong,
  type Answers,
} from '#platform/forms/inputs.tsx';
import type { Day } from '#platform/kernel/day.ts';
import { addDays } from '#platform/kernel/day.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { helpAnswers, tellings } from '../../domain/disclosures/disclosure.ts';
import { itemGroupFacts, itemGroups } from '../../domain/law/item-groups.ts';
import type { RecordingAround } from '../../queries/disclosures/recording-view.ts';
import { helpWords, purposeTitles, tellingWords } from './disclosure-words.ts';
import { DemandFields, DutyFields, RefusalFields } from './reason-fields.tsx';
import { LawFields } from './law-fields.tsx';
import type { Begun } from './read-recording.ts';

export type RecordFormProps = {
  title: string;
  about: string;
  fromName: string;
  toName: string | undefined;
  begun: Begun;
  around: RecordingAround;
  answers: Answers;
  csrf: string;
  action: string;
  hidden: Readonly<Record<string, string>>;
  back: string;
  today: Day;
  /** what an emergency said already */
  before?: { extent: string; person: string; body: string } | undefined;
};

/** One calm page: what is shared or not, the family, the law. Each part says why it is asked. */
export function RecordForm(props: RecordFormProps) {
  const { begun, answers, around } = props;
  const share = begun.happening !== 'not-share';
  return (
    <>
      <Wrong errors={answers.errors} />
      <h1>{props.title}</h1>
      <p class="lead" dir="auto">
        {props.about}. {props.fromName} to {props.toName ?? 'somebody outside the partnership'}.{' '}
        {purposeTitles[begun.purpose]}.
      </p>
      <form method="post" action={props.action} noValidate class="edit">
        <CsrfField csrf={props.csrf} />
        {Object.entries(props.hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Whom {...props} />
        {begun.happening === 'demand' ? <DemandFields answers={answers} /> : null}
        <What {...props} />
        {share ? null : <RefusalFields answers={answers} />}
        <Family {...props} />
        {share ? <LawFields answers={answers} around={around} happening={begun.happening} /> : null}
        {around.dutyBinds && begun.happening !== 'demand' ? <DutyFields answers={answers} /> : null}
        <Decision {...props} />
        <div class="actions">
          <Button text={share ? 'Keep this share' : 'Keep this decision'} preventDoubleClick />
          <a href={props.back}>Leave it</a>
        </div>
      </form>
    </>
  );
}

function Whom({ answers, toName, begun, before }: RecordFormProps) {
  const asked = begun.happening === 'not-share' ? 'Who asked there?' : 'Who there?';
  return (
    <section>
      <h2>With whom</h2>
      {toName === undefined ? (
        <LineField
          answers={answers}
          name="to-body"
          label="Which organisation?"
          hint="With its name written out."
          before={before?.body}
        />
      ) : (
        <input type="hidden" name="to-body" value={toName} />
      )}
      <LineField
        answers={answers}
        name="to-person"
        label={asked}
        hint="A name, or the job they do."
        before={before?.person}
      />
    </section>
  );
}

function What({ answers, begun, around, before }: RecordFormProps) {
  const share = begun.happening !== 'not-share';
  const may = itemGroups.filter((item) => itemGroupFacts[item].purposes.includes(begun.purpose));
  const agreed = around.agreed?.items;
  return (
    <section>
      <h2>{share ? 'What is shared' : 'What was asked for'}</h2>
      <TicksField
        answers={answers}
        name="items"
        label={share ? 'No more than is needed' : 'Tick what fits; it may stay empty'}
        options={may.map((value) => ({
          value,
          text: itemGroupFacts[value].words,
          ...(agreed && !agreed.includes(value) ? { hint: 'Not in the agreement' } : {}),
        }))}
      />
      {share ? (
        <WordsField
          answers={answers}
          name="extent"
          label="How much of it?"
          hint="So that somebody else could tell what they know now."
          rows={3}
          before={before?.extent}
        />
      ) : null}
    </section>
  );
}

function Family({ answers, begun }: RecordFormProps) {
  return (
    <section>
      <h2>The family</h2>
      <ChoiceField
        answers={answers}
        name="told"
        label="Do they know?"
        hint="Be open with them, unless that puts somebody in danger."
        options={tellings.map((value) => ({ value, text: tellingWords[value] }))}
      />
      <WordsField
        answers={answers}
        name="told-words"
        label="If not, why not?"
        hint="Otherwise who tells them and when. It may stay empty."
        rows={2}
      />
      <ChoiceField
        answers={answers}
        name="help-agreed"
        label="Did they agree to be helped?"
        hint="That is not consent to sharing. Both are kept apart."
        options={helpAnswers.map((value) => ({ value, text: helpWords[value] }))}
      />
      <WordsField
        answers={answers}
        name="plain-words"
        label="How would you say it to them?"
        hint={
          begun.happening === 'not-share'
            ? 'A sentence or two. It stands in their record: We did not tell … because …'
            : 'A sentence or two. It stands in their record: We told … that … so that …'
        }
        rows={3}
      />
    </section>
  );
}

function Decision({ answers, around, today, begun }: RecordFormProps) {
  return (
    <section>
      <h2>The decision</h2>
      <PickField
        answers={answers}
        name="gathered-for"
        label="What was this information gathered for, at first?"
        options={[
          { value: '', text: 'Choose one' },
          ...purposes.map((value) => ({ value, text: purposeTitles[value] })),
        ]}
        before={begun.purpose === 'safeguarding' ? 'safeguarding' : 'direct-help'}
      />
      <LineField answers={answers} name="decided-by" label="Who decided?" before={around.deciderName} />
      <DayField answers={answers} name="decided-on" label="On which day?" before={today} />
      <DayField
        answers={answers}
        name="review-on"
        label="When does somebody look again?"
        hint="Whether it is still right to share, or not to."
        before={addDays(today, 90)}
      />
    </section>
  );
}
