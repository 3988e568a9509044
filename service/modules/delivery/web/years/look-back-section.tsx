import { Button, Details } from '#packages/govuk-jsx';
import { ChoiceField, LineField, PickField, WordsField, type Answers } from '#platform/forms/inputs.tsx';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { judgements, speakers, type LookBack, type Speaker } from '../../domain/years/look-back.ts';
import type { YearView } from '../../queries/years/year-view.ts';
import { yearPlaces } from './places.ts';
import { judgementWords, speakerWords } from './year-words.ts';

type Props = {
  view: YearView;
  answers: Answers;
  csrf: string;
  maySay: boolean;
  mayTakeOut: (said: LookBack) => boolean;
};

/** The first step: what was said of the year, young people beside adults, and the way to say more. */
export function LookBackSection(props: Props) {
  const { view, maySay } = props;
  return (
    <section>
      <h2 id="look-back">1. Look back</h2>
      <p>
        What went well, what must get better, what did we learn? What young people say stands beside what
        adults say, and counts the same.
      </p>
      <div class="both-judgements">
        {speakers.toReversed().map((who) => (
          <Side key={who} who={who} {...props} />
        ))}
      </div>
      {maySay && view.plan.state !== 'closed' ? <Say {...props} /> : null}
    </section>
  );
}

function Side({ who, view, csrf, mayTakeOut }: Props & { who: Speaker }) {
  const said = view.lookBacks.filter((one) => one.who === who);
  const nobody =
    who === 'young-people'
      ? 'No young people have looked back yet. Ask them before the year closes.'
      : 'No adults have looked back yet.';
  return (
    <div class={said.length === 0 ? 'judgement judgement-empty' : 'judgement'}>
      <h3>{speakerWords[who]}</h3>
      {said.length === 0 ? <p>{nobody}</p> : null}
      {judgements.map((judgement) => {
        const of = said.filter((one) => one.judgement === judgement);
        return of.length === 0 ? null : (
          <div key={judgement}>
            <h4>{judgementWords[judgement]}</h4>
            {of.map((one) => (
              <One key={one.id} said={one} view={view} csrf={csrf} mayTakeOut={mayTakeOut(one)} />
            ))}
          </div>
        );
      })}
    </div>
  );
}

function One(props: { said: LookBack; view: YearView; csrf: string; mayTakeOut: boolean }) {
  const { said, view } = props;
  const of = view.measures.find(({ priority }) => priority.id === said.priorityId)?.priority.title;
  return (
    <div dir="auto">
      <p class="own-words">{said.words}</p>
      {said.evidence === '' ? null : <p>It rests on: {said.evidence}</p>}
      <p class="quiet">
        {said.saidFor}, written down by {said.saidByName} on {sayDay(dayInEngland(said.saidAt))}
        {of === undefined ? '' : `, of “${of}”`}.
      </p>
      {props.mayTakeOut && view.plan.state !== 'closed' ? (
        <form method="post" action={yearPlaces.takeLookBack(view.plan.key, said.id)}>
          <CsrfField csrf={props.csrf} />
          <button class="small-button" type="submit">
            Take it out<span class="visually-hidden">: {said.words}</span>
          </button>
        </form>
      ) : null}
    </div>
  );
}

function Say({ view, answers, csrf }: Props) {
  return (
    <Details
      summaryText="Say something of the year"
      open={answers.errors.length > 0}
      html={
        <form method="post" action={yearPlaces.sayLookBack(view.plan.key)} noValidate class="edit">
          <CsrfField csrf={csrf} />
          <WhoAndWhat answers={answers} />
          <WordsField answers={answers} name="words" label="In their own words" rows={4} />
          <WordsField
            answers={answers}
            name="evidence"
            label="What does it rest on?"
            hint="What you saw, counted or were told. You can leave this empty."
            rows={2}
          />
          <PickField
            answers={answers}
            name="priority"
            label="Is it about one priority?"
            options={[
              { value: '', text: 'No, the year as a whole' },
              ...view.measures.map(({ priority }) => ({ value: priority.id, text: priority.title })),
            ]}
          />
          <Button text="Say it" preventDoubleClick />
        </form>
      }
    />
  );
}

function WhoAndWhat({ answers }: { answers: Answers }) {
  return (
    <>
      <ChoiceField
        answers={answers}
        name="who"
        label="Who looks back?"
        small
        options={speakers.map((value) => ({ value, text: speakerWords[value] }))}
      />
      <LineField
        answers={answers}
        name="saidFor"
        label="For which organisation or group?"
        hint="Its name, never one child’s: Young Brackens, Lantern Families."
      />
      <ChoiceField
        answers={answers}
        name="judgement"
        label="What do they say?"
        small
        options={judgements.map((value) => ({ value, text: judgementWords[value] }))}
      />
    </>
  );
}
