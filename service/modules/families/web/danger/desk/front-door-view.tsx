import { Button, Fieldset } from '#packages/govuk-jsx';
import {
  ChoiceField,
  LineField,
  PickField,
  TicksField,
  Wrong,
  type Answers,
} from '#platform/forms/inputs.tsx';
import type { PageRequest } from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { mostOwnNumbers, type FrontDoor } from '../../../domain/danger/front-door.ts';
import type { FrontDoorKept } from '../../../queries/danger/readers.ts';
import { dangerPlaces } from '../places.ts';

type ViewProps = { request: PageRequest; kept: FrontDoorKept; answers: Answers };

/** What the page for everybody says of this partnership, and who reads what people tell. */
export function FrontDoorView({ request, kept, answers }: ViewProps) {
  const { door, isRead } = kept;
  return (
    <>
      <Wrong errors={answers.errors} />
      <h1>The front door</h1>
      <p class="lead">
        What <a href={dangerPlaces.now}>the page for everybody</a> says of us, and who reads what people tell.
      </p>
      {isRead ? null : (
        <p class="danger-box">
          <strong>Nobody is named to read.</strong> So nobody can write to us: the page says that they should
          ring. Name a reader below.
        </p>
      )}
      <Readers request={request} kept={kept} answers={answers} />
      <form method="post" action={dangerPlaces.frontDoor}>
        <CsrfField csrf={request.csrf} />
        <input type="hidden" name="version" value={door.version} />
        <h2>Our own numbers</h2>
        <p>At most {mostOwnNumbers}: nobody who is afraid reads more. Ring each before you write it here.</p>
        {Array.from({ length: mostOwnNumbers }, (_, at) => (
          <NumberFields key={at} at={at + 1} door={door} answers={answers} />
        ))}
        <HoursAndLinks door={door} answers={answers} />
        <Button text="Save" preventDoubleClick />
      </form>
    </>
  );
}

function NumberFields({ at, door, answers }: { at: number; door: FrontDoor; answers: Answers }) {
  const before = door.numbers[at - 1];
  const field = (name: string) => `number-${at}-${name}`;
  return (
    <Fieldset
      legend={{ text: `Number ${at}`, classes: 'govuk-fieldset__legend--s' }}
      html={
        <>
          <LineField answers={answers} name={field('name')} label="Whose it is" before={before?.name} />
          <LineField
            answers={answers}
            name={field('number')}
            label="The number"
            before={before?.number}
            short
          />
          <LineField
            answers={answers}
            name={field('hours')}
            label="When it is answered"
            hint="In words: Monday to Friday, half past eight to half past five"
            before={before?.hours}
          />
          <CheckedFields at={at} door={door} answers={answers} />
        </>
      }
    />
  );
}

function CheckedFields({ at, door, answers }: { at: number; door: FrontDoor; answers: Answers }) {
  const before = door.numbers[at - 1];
  const field = (name: string) => `number-${at}-${name}`;
  return (
    <>
      <LineField
        answers={answers}
        name={field('checkedOn')}
        label="On which day you last rang it"
        hint="Like 2026-11-23"
        before={before?.checkedOn}
        short
      />
      <TicksField
        answers={answers}
        name={field('outOfHours')}
        label="Is it for nights and weekends?"
        options={[{ value: 'yes', text: 'For nights, weekends and holidays' }]}
        before={before?.outOfHours ? ['yes'] : []}
      />
    </>
  );
}

function HoursAndLinks({ door, answers }: { door: FrontDoor; answers: Answers }) {
  return (
    <>
      <h2>When readers are here</h2>
      <LineField
        answers={answers}
        name="opens"
        label="From"
        hint="Like 08:30, on working days"
        before={door.opens}
        short
      />
      <LineField answers={answers} name="closes" label="Until" hint="Like 17:30" before={door.closes} short />
      <LineField
        answers={answers}
        name="unreadMinutes"
        label="After how many minutes is an unread concern told to everybody who reads?"
        hint="Counted in those hours only"
        before={String(door.unreadMinutes)}
        short
        number
      />
      <Links door={door} answers={answers} />
    </>
  );
}

function Links({ door, answers }: { door: FrontDoor; answers: Answers }) {
  return (
    <>
      <h2>What we link to</h2>
      <LineField
        answers={answers}
        name="thresholdName"
        label="The safeguarding partners’ document on when help is given"
        hint="What it is called"
        before={door.thresholdName}
      />
      <LineField
        answers={answers}
        name="thresholdLink"
        label="Where that document is"
        hint="We link it and never write our own"
        before={door.thresholdLink}
      />
      <LineField
        answers={answers}
        name="referralLink"
        label="Where a referral to children’s social care is made"
        hint="The council’s own form: statutory records are kept there, not here"
        before={door.referralLink}
      />
    </>
  );
}

function Readers({ request, kept, answers }: ViewProps) {
  const { readers } = kept;
  return (
    <section>
      <h2>Who reads</h2>
      {readers.length === 0 ? null : (
        <ul class="told-steps">
          {readers.map((reader) => (
            <li key={reader.id}>
              <p>
                <strong>{reader.name}</strong>, {reader.part === 'deputy' ? 'deputy' : 'reader'}
                {reader.settingId === undefined ? '' : ', for their own school or service only'}. Named by{' '}
                {reader.namedByName}.
              </p>
              <form method="post" action={`${dangerPlaces.frontDoor}/readers/${reader.id}/end`}>
                <CsrfField csrf={request.csrf} />
                <button type="submit" class="govuk-button govuk-button--secondary">
                  End their reading<span class="visually-hidden">: {reader.name}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <NameReader request={request} kept={kept} answers={answers} />
    </section>
  );
}

function NameReader({ request, kept, answers }: ViewProps) {
  if (kept.couldRead.length === 0)
    return (
      <p>
        Nobody else has a role that reads. An administrator gives it, with a second person: safeguarding
        reader, or safeguarding lead of a setting.
      </p>
    );
  return (
    <form method="post" action={`${dangerPlaces.frontDoor}/readers`}>
      <CsrfField csrf={request.csrf} />
      <PickField
        answers={answers}
        name="personId"
        label="Name somebody to read"
        hint="Their role alone opens nothing. Nobody names themselves."
        options={[
          { value: '', text: 'Choose somebody' },
          ...kept.couldRead.map(({ id, name, job }) => ({ value: id, text: `${name}, ${job}` })),
        ]}
      />
      <ChoiceField
        answers={answers}
        name="part"
        label="As what?"
        options={[
          { value: 'reader', text: 'Reader', hint: 'Hears of everything at once' },
          {
            value: 'deputy',
            text: 'Deputy',
            hint: 'Reads too, and hears where something waits for too long',
          },
        ]}
        before="reader"
      />
      <Button text="Name them" classes="govuk-button--secondary" preventDoubleClick />
    </form>
  );
}
