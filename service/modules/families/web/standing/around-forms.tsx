import { Button } from '#packages/govuk-jsx';
import { ChoiceField, LineField, PickField, TicksField, type Answers } from '#platform/forms/inputs.tsx';
import type { PageRequest } from '#platform/http/route.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { givenKinds } from '../../actions/standing/begin-standing.ts';
import { standingWords } from '../../domain/standing/standing.ts';
import type { AroundToKeep } from '../../queries/standing/around-to-keep.ts';
import type { WorkerAround } from '../../queries/standing/workers-around.ts';
import { familyPlaces } from '../places.ts';
import { kindChoices } from './around-words.ts';
import { LineFields } from './line-fields.tsx';
import { Rests } from './resting.tsx';

type StandingProps = { worker: WorkerAround; ground: AroundToKeep; request: PageRequest };

/** Somebody who stands to the child, since when and why, and the button that ends it. */
export function Standing({ worker, ground, request }: StandingProps) {
  const { standing, name, job, organisation } = worker;
  const isOwn = request.actor.kind === 'person' && request.actor.personId === standing.personId;
  const words = [job, organisation].filter(Boolean).join(', ');
  return (
    <li>
      <div>
        <strong>{name}</strong> {standingWords[standing.kind]}
        <br />
        <span class="quiet" dir="auto">
          {words === '' ? '' : `${words}. `}Since {sayDay(dayInEngland(standing.from))}. {standing.because}
        </span>
        <Rests worker={worker} />
      </div>
      {ground.mayKeep || isOwn ? (
        <form method="post" action={familyPlaces.end(ground.reach.childId)} id={`end-${standing.id}`}>
          <CsrfField csrf={request.csrf} />
          <input type="hidden" name="standing" value={standing.id} />
          <Button
            html={
              <>
                {isOwn ? 'Leave' : 'End'}
                <span class="visually-hidden">
                  : {name}, {standingWords[standing.kind]}
                </span>
              </>
            }
            classes="govuk-button--secondary"
            preventDoubleClick
          />
        </form>
      ) : null}
    </li>
  );
}

type FormProps = { ground: AroundToKeep; answers: Answers; csrf: string };

export function BeginForm({ ground, answers, request }: Omit<FormProps, 'csrf'> & { request: PageRequest }) {
  return (
    <form method="post" action={familyPlaces.begin(ground.reach.childId)} noValidate class="edit">
      <h2>Ask somebody in</h2>
      <CsrfField csrf={request.csrf} />
      <PickField
        answers={answers}
        name="personId"
        label="Who?"
        options={[{ value: '', text: 'Choose one' }, ...ground.canCome.map(optionOf)]}
      />
      <ChoiceField
        answers={answers}
        name="kind"
        label="How do they stand to the child?"
        options={givenKinds.map((kind) => ({ value: kind, ...kindChoices[kind] }))}
      />
      <LineField
        answers={answers}
        name="because"
        label="Why are they needed?"
        hint="Of a child or parent: how you know that it is they, and that they may."
      />
      <TicksField
        answers={answers}
        name="hidden"
        label="Does the family read that they are here?"
        options={[
          { value: 'yes', text: 'No: it would not be safe, or the young person has not agreed to it' },
        ]}
      />
      <LineFields answers={answers} today={dayInEngland(request.now)} />
      <Button text="Ask them in" preventDoubleClick />
    </form>
  );
}

function optionOf({ id, name, job, organisation }: AroundToKeep['canCome'][number]) {
  return { value: id, text: [name, job, organisation].filter(Boolean).join(', ') };
}

export function NamedForm({ ground, answers, csrf }: FormProps) {
  return (
    <form method="post" action={familyPlaces.named(ground.reach.childId)} noValidate class="edit">
      <h2>Name family, a friend or somebody else</h2>
      <p>They can see nothing by being named. Those who help read who is there for the child.</p>
      <CsrfField csrf={csrf} />
      <LineField answers={answers} name="name" label="Name" />
      <LineField
        answers={answers}
        name="tie"
        label="What are they to the child?"
        hint="Mum, Nan, football coach."
      />
      <LineField
        answers={answers}
        name="alsoCalled"
        label="What else are they called?"
        hint="It may stay empty."
      />
      <Button text="Name them" classes="govuk-button--secondary" preventDoubleClick />
    </form>
  );
}
