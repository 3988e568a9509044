import { ChoiceField, LineField, type Answers } from '#platform/forms/inputs.tsx';
import { page, redirectTo, type PageRequest, type Route } from '#platform/http/route.ts';
import { dayFrom, sayDay } from '#platform/kernel/day.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { introduceFamily, type IntroduceRefusal } from '../../actions/people/introduce.ts';
import { leave } from '../../actions/people/leave.ts';
import { openWayAnew } from '../../actions/people/recover.ts';
import {
  familyRelationships,
  identitySeen,
  responsibilitySeen,
  waysOfRecognising,
} from '../../domain/people/invitation.ts';
import { introduceFamilies } from '../../domain/permissions.ts';
import { introduced, type Introduced } from '../../queries/people/introduced.ts';
import { formContent, formRoutes, Press, said, wrong, type Handled } from './form-page.tsx';
import { HandedOver } from './handed-over.tsx';
import { peopleRefusals, sayInstant } from './people-words.ts';
import { keyAmong } from './person-forms.tsx';
import { peoplePlaces } from './places.ts';

const listRoute: Route = {
  method: 'GET',
  path: peoplePlaces.introductions,
  policy: introduceFamilies,
  answer: async (request) => {
    const people = await request.look(introduced);
    return page({
      title: 'Families with a way in',
      body: <Introductions people={people} request={request} />,
    });
  },
};

function Introductions({ people, request }: { people: readonly Introduced[]; request: PageRequest }) {
  return (
    <>
      <h1>Families with a way in</h1>
      <p class="lead">
        Parents and young people whom you introduced, so that they can read what is written down with them.
        You look after their way in; nobody else sees this list.
      </p>
      <p class="actions">
        <a href={peoplePlaces.introduce}>Introduce somebody</a>
      </p>
      {people.length === 0 ? (
        <p class="empty">
          You have introduced nobody yet. Offer it to those whom you help: it is theirs to want or not.
        </p>
      ) : (
        <ul class="cards roomy">
          {people.map((one) => (
            <Card key={one.person.id} one={one} request={request} />
          ))}
        </ul>
      )}
    </>
  );
}

function Card({ one, request }: { one: Introduced; request: PageRequest }) {
  const { person, check, invitation, byOther } = one;
  const { id, standing } = person;
  const act = (name: string) => peoplePlaces.introducedAct(id, name);
  return (
    <li class="card">
      <h2>{person.name}</h2>
      <p>{(check && wordAmong(familyRelationships, check.relationship)) ?? ''}</p>
      {byOther === undefined ? null : <p class="quiet">Introduced by {byOther}</p>}
      {check ? <Checked check={check} /> : null}
      <p class="quiet">{sayStanding(one)}</p>
      <div class="actions">
        {standing === 'invited' ? (
          <>
            <Press
              request={request}
              to={act('anew')}
              text={invitation?.to === undefined ? 'A new address' : 'Send it anew'}
              kind="plain"
            />
            <Press request={request} to={act('withdraw')} text="Take it back" kind="plain" />
          </>
        ) : null}
        {standing === 'here' ? (
          <>
            <Press request={request} to={act('sign-out')} text="Sign them out everywhere" kind="plain" />
            <a href={act('way')}>Let them in anew</a>
            <a href={act('end')}>End it</a>
          </>
        ) : null}
        {standing === 'left' && person.left?.why !== 'not-wanted' ? (
          <Press request={request} to={act('return')} text="Open it again" kind="plain" />
        ) : null}
      </div>
    </li>
  );
}

function Checked({ check }: { check: NonNullable<Introduced['check']> }) {
  const on = dayFrom(check.checkedOn);
  const seen = [
    wordAmong(identitySeen, check.identitySeen),
    check.responsibilitySeen && wordAmong(responsibilitySeen, check.responsibilitySeen),
  ].filter(Boolean);
  return (
    <p class="quiet">
      Checked by {check.checkedByName}
      {on ? ` on ${sayDay(on)}` : ''}: {seen.join('; ')}
    </p>
  );
}

function wordAmong(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.entries(words).find(([one]) => one === key)?.[1];
}

function sayStanding({ person, invitation }: Introduced): string {
  if (person.standing === 'left') return person.left ? `Ended on ${sayDay(person.left.on)}` : 'Ended';
  if (person.standing === 'here')
    return person.lastCameOn ? `Last here on ${sayDay(person.lastCameOn)}` : 'Has a way in';
  if (invitation?.state === 'open') return `Not here yet; it works until ${sayInstant(invitation.expiresAt)}`;
  return 'Not here yet; what was offered has ended';
}

async function showNew(request: PageRequest, answers: Answers) {
  const options = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, text]) => ({ value, text }));
  return formContent({
    title: 'Introduce somebody',
    lead: 'A parent or a young person whom you help. You check once who they are; no copy of a document is kept. What they see of a record is decided for each child apart.',
    above: [{ text: 'Families with a way in', href: peoplePlaces.introductions }],
    ...{ request, answers, submit: 'Introduce them', back: peoplePlaces.introductions },
    fields: (
      <>
        <LineField answers={answers} name="name" label="Their name" />
        <ChoiceField
          answers={answers}
          name="relationship"
          label="Who they are"
          options={options(familyRelationships)}
        />
        <ChoiceField
          answers={answers}
          name="identity"
          label="What you saw to know who they are"
          options={options(identitySeen)}
        />
        <ChoiceField
          answers={answers}
          name="responsibility"
          label="How you saw that they hold parental responsibility"
          hint="Leave it for a young person: they need none to read what is about themselves."
          options={options(responsibilitySeen)}
        />
        <LineField
          answers={answers}
          name="email"
          label="Their own e-mail address"
          hint="One that nobody else at home reads. Leave it empty to hand the way in over yourself, on paper or by word of mouth."
        />
      </>
    ),
  });
}

async function introduce(request: PageRequest): Promise<Handled> {
  const name = said(request, 'name');
  if (name === '') return wrong('name', 'Enter their name');
  const relationship = keyAmong(familyRelationships, said(request, 'relationship'));
  if (!relationship) return wrong('relationship', 'Choose who they are');
  const identity = keyAmong(identitySeen, said(request, 'identity'));
  if (!identity) return wrong('identity', 'Choose what you saw');
  const outcome = await request.write((ctx) =>
    introduceFamily(ctx, {
      name,
      relationship,
      email: said(request, 'email'),
      identitySeen: identity,
      responsibilitySeen: keyAmong(responsibilitySeen, said(request, 'responsibility')),
    }),
  );
  if (!outcome.done) return wrong(fieldOf(outcome.refusal), wordsOf(peopleRefusals, outcome.refusal));
  return handed(request, outcome.value.token, 'The letter is on its way.');
}

function handed(request: PageRequest, token: string | undefined, notice: string): Handled {
  const back = peoplePlaces.introductions;
  return token === undefined
    ? redirectTo(back, notice)
    : page({ title: 'Hand this over', body: <HandedOver request={request} token={token} back={back} /> });
}

function fieldOf({ reason }: IntroduceRefusal): string {
  return reason === 'responsibility-not-said'
    ? 'responsibility'
    : reason === 'not-allowed'
      ? 'name'
      : 'email';
}

/** Somebody of the list, by the id in the address. */
async function oneOf(request: PageRequest): Promise<Introduced | undefined> {
  const people = await request.look(introduced);
  return people.find(({ person }) => person.id === request.params['id'] && person.standing === 'here');
}

async function showEnd(request: PageRequest, answers: Answers) {
  const one = await oneOf(request);
  if (!one) return undefined;
  return formContent({
    title: `End the way in of ${one.person.name}`,
    lead: 'With the next press nothing opens to them any more. What was written with them stays.',
    above: [{ text: 'Families with a way in', href: peoplePlaces.introductions }],
    ...{ request, answers, submit: 'End it', ends: true, back: peoplePlaces.introductions },
    fields: null,
  });
}

async function end(request: PageRequest): Promise<Handled> {
  const personId = idFrom<'person'>(request.params['id'] ?? '');
  const ended = personId && (await request.write((ctx) => leave(ctx, { personId, why: 'no-need' })));
  return redirectTo(
    peoplePlaces.introductions,
    ended?.done ? 'Ended. Nothing opens to them any more.' : 'This is not for you to end, or has ended.',
  );
}

async function showWay(request: PageRequest, answers: Answers) {
  const one = await oneOf(request);
  if (!one) return undefined;
  return formContent({
    title: `Let ${one.person.name} in anew`,
    lead: 'Know first that it is they: a voice or a message alone can be somebody else at home.',
    above: [{ text: 'Families with a way in', href: peoplePlaces.introductions }],
    ...{ request, answers, submit: 'Let them in anew', back: peoplePlaces.introductions },
    fields: (
      <ChoiceField
        answers={answers}
        name="recognised"
        label="How do you know that it is they?"
        options={Object.entries(waysOfRecognising)
          .filter(([value]) => value !== 'their-lead')
          .map(([value, text]) => ({ value, text }))}
      />
    ),
  });
}

async function openWay(request: PageRequest): Promise<Handled> {
  const personId = idFrom<'person'>(request.params['id'] ?? '');
  const recognised = keyAmong(waysOfRecognising, said(request, 'recognised'));
  if (!personId || !recognised) return wrong('recognised', 'Choose how you know that it is they');
  const outcome = await request.write((ctx) => openWayAnew(ctx, { personId, recognised }));
  if (!outcome.done) return wrong('recognised', wordsOf(peopleRefusals, outcome.refusal));
  return handed(request, outcome.value.token, 'A letter is on its way.');
}

/** Parents and young people, introduced by the worker who helps them. */
export const introductionRoutes: readonly Route[] = [
  listRoute,
  ...formRoutes({
    path: peoplePlaces.introduce,
    policy: introduceFamilies,
    show: showNew,
    handle: introduce,
  }),
  ...formRoutes({
    path: peoplePlaces.introducedAct(':id', 'end'),
    policy: introduceFamilies,
    show: showEnd,
    handle: end,
  }),
  ...formRoutes({
    path: peoplePlaces.introducedAct(':id', 'way'),
    policy: introduceFamilies,
    freshProof: true,
    show: showWay,
    handle: openWay,
  }),
];
