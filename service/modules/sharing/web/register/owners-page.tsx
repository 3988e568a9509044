import { Button } from '#packages/govuk-jsx';
import {
  ChoiceField,
  LineField,
  PickField,
  WordsField,
  Wrong,
  type Answers,
} from '#platform/forms/inputs.tsx';
import { kept } from '#platform/forms/read-form.ts';
import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { sayRecordOwner, type SayRecordOwnerRefusal } from '../../actions/register/say-record-owner.ts';
import { keepSharing } from '../../domain/permissions.ts';
import {
  neverHeld,
  ourParts,
  recordKinds,
  recordKindWords,
  type OurPart,
  type RecordKind,
} from '../../domain/register/record-owners.ts';
import { agreementChoices } from '../../queries/agreements/agreement-views.ts';
import { ownedKinds, type OwnedKind } from '../../queries/register/public-register.ts';
import { sharingPlaces } from '../places.ts';

const ofAny = ':kind';

/** Which one body answers for each kind of record. */
export const ownersRoutes: readonly Route[] = [
  { method: 'GET', path: sharingPlaces.owners, policy: keepSharing, answer: showAll },
  { method: 'GET', path: sharingPlaces.owner(ofAny), policy: keepSharing, answer: ask },
  { method: 'POST', path: sharingPlaces.owner(ofAny), policy: keepSharing, answer: keep },
];

const said: WordsFor<SayRecordOwnerRefusal> = {
  'not-allowed': () => 'You may not say this.',
  'kept-in-missing': () => 'Enter where it is kept',
  'never-held-here': () =>
    'This is kept in the council’s own case system. A second record of it here would be a danger: read it or lead there.',
  'link-wrong': () => 'Enter an address that begins with https://, or leave it empty',
  'changed-meanwhile': () =>
    'Somebody else saved this first. What they saved stands above; yours is in the form.',
};

const fields: Readonly<Record<SayRecordOwnerRefusal['reason'], string>> = {
  'not-allowed': 'kept-in',
  'kept-in-missing': 'kept-in',
  'never-held-here': 'our-part',
  'link-wrong': 'link',
  'changed-meanwhile': 'kept-in',
};

async function showAll(request: PageRequest): Promise<Answer> {
  const owners = await request.read(ownedKinds);
  return page({
    title: 'Who answers for which record',
    breadcrumbs: [{ text: 'Agreements', href: sharingPlaces.agreements }],
    body: (
      <>
        <h1>Who answers for which record</h1>
        <p class="lead">Each kind has one owner. Everybody can read this list.</p>
        <ul class="rows">
          {owners.map(({ kind, owner, ownerName }) => (
            <li key={kind}>
              <div>
                <p>
                  <strong>{recordKindWords[kind]}</strong>
                </p>
                <p class="quiet" dir="auto">
                  {owner ? `${ownerName ?? 'An organisation'}, in ${owner.keptIn}` : 'Not said yet'}
                </p>
              </div>
              <a href={sharingPlaces.owner(kind)}>
                {owner ? 'Change' : 'Say who'}
                <span class="visually-hidden">: {recordKindWords[kind]}</span>
              </a>
            </li>
          ))}
        </ul>
      </>
    ),
  });
}

function kindOf({ params }: PageRequest): RecordKind | undefined {
  return recordKinds.find((kind) => kind === params['kind']);
}

async function ask(request: PageRequest): Promise<Answer> {
  const content = await contentOf(request, { errors: [] });
  return content ? page(content) : notFound();
}

async function keep(request: PageRequest): Promise<Answer> {
  const { posted } = request;
  const kind = kindOf(request);
  if (!kind) return notFound();
  const organisationId = idFrom<'organisation'>(kept(posted, 'organisation'));
  const ourPart = ourParts.find((one) => one === kept(posted, 'our-part'));
  const again = async (field: string, message: string) => {
    const content = await contentOf(request, { posted, errors: [{ field, message }] });
    return content ? pageToMend(content) : notFound();
  };
  if (!organisationId) return again('organisation', 'Choose the organisation that answers for it');
  if (!ourPart) return again('our-part', 'Choose what we do with it');
  const words = {
    kind,
    organisationId,
    ourPart,
    keptIn: kept(posted, 'kept-in').slice(0, 400),
    link: kept(posted, 'link').slice(0, 400),
    words: kept(posted, 'words').slice(0, 2000),
  };
  const seen = Number(/^\d{1,9}$/.exec(kept(posted, 'seen'))?.[0] ?? '0');
  const came = await request.write((ctx) => sayRecordOwner(ctx, { words, seen }));
  if (came.done) return redirectTo(sharingPlaces.owners, `Saved: ${recordKindWords[kind]}.`);
  return came.refusal.reason === 'not-allowed'
    ? notFound()
    : again(fields[came.refusal.reason], wordsOf(said, came.refusal));
}

const partTexts: Readonly<Record<OurPart, string>> = {
  hold: 'We keep it here',
  read: 'We read what its owner gives',
  link: 'We only lead there',
};

async function contentOf(request: PageRequest, answers: Answers): Promise<PageContent | undefined> {
  const kind = kindOf(request);
  if (!kind) return undefined;
  const { owned, bodies } = await request.read(async (ctx) => ({
    owned: (await ownedKinds(ctx)).find((one) => one.kind === kind),
    bodies: (await agreementChoices(ctx)).bodies,
  }));
  if (!owned) return undefined;
  const options = bodies.map(({ id, name }) => ({ value: id, text: name }));
  return {
    title: recordKindWords[kind],
    breadcrumbs: [{ text: 'Who answers for which record', href: sharingPlaces.owners }],
    body: <OwnerForm owned={owned} options={options} answers={answers} csrf={request.csrf} />,
  };
}

type Props = {
  owned: OwnedKind;
  options: readonly { value: string; text: string }[];
  answers: Answers;
  csrf: string;
};

function OwnerForm({ owned, options, answers, csrf }: Props) {
  const { kind, owner, ownerName } = owned;
  return (
    <>
      <Wrong errors={answers.errors} />
      <h1>{recordKindWords[kind]}</h1>
      {owner && answers.posted ? (
        <p class="measure-notes" dir="auto">
          As it stands: {ownerName}, in {owner.keptIn}. {owner.words}
        </p>
      ) : null}
      <form method="post" action={sharingPlaces.owner(kind)} class="edit" noValidate>
        <CsrfField csrf={csrf} />
        <input type="hidden" name="seen" value={String(owner?.version ?? 0)} />
        <PickField
          answers={answers}
          name="organisation"
          label="Which organisation answers for it?"
          options={[{ value: '', text: 'Choose one' }, ...options]}
          before={owner?.organisationId ?? ''}
        />
        <OwnerFields owned={owned} answers={answers} />
        <div class="actions">
          <Button text="Save" preventDoubleClick />
          <a href={sharingPlaces.owners}>Leave it as it was</a>
        </div>
      </form>
    </>
  );
}

function OwnerFields({ owned: { kind, owner }, answers }: Pick<Props, 'owned' | 'answers'>) {
  const parts = ourParts.filter((part) => part !== 'hold' || !neverHeld.includes(kind));
  return (
    <>
      <LineField
        answers={answers}
        name="kept-in"
        label="Where is it kept?"
        hint="The system, or the place."
        before={owner?.keptIn}
      />
      <ChoiceField
        answers={answers}
        name="our-part"
        label="What do we do with it?"
        options={parts.map((value) => ({ value, text: partTexts[value] }))}
        {...(owner ? { before: owner.ourPart } : {})}
      />
      <LineField
        answers={answers}
        name="link"
        label="Where is it opened?"
        hint="An address for those who may. It may stay empty."
        before={owner?.link}
      />
      <WordsField
        answers={answers}
        name="words"
        label="Anything more"
        hint="It may stay empty."
        rows={2}
        before={owner?.words}
      />
    </>
  );
}
