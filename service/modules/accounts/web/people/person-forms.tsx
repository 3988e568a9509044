import {
  ChoiceField,
  DayField,
  PickField,
  WordsField,
  dayPosted,
  type Answers,
} from '#platform/forms/inputs.tsx';
import { page, redirectTo, type PageRequest } from '#platform/http/route.ts';
import { addDays, type Day } from '#platform/kernel/day.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { leave } from '../../actions/people/leave.ts';
import { proposeRole } from '../../actions/people/propose-role.ts';
import { openWayAnew } from '../../actions/people/recover.ts';
import { builtInRoles, staffRoles } from '../../domain/people/built-in-roles.ts';
import { waysOfRecognising } from '../../domain/people/invitation.ts';
import { leavingReasons } from '../../domain/people/kept-person.ts';
import { keepPeople } from '../../domain/permissions.ts';
import { roleChoices } from '../../queries/people/person-view.ts';
import { formContent, formRoutes, said, wrong, type Handled } from './form-page.tsx';
import { HandedOver } from './handed-over.tsx';
import { peopleRefusals, type PeopleRefusal } from './people-words.ts';
import { viewOf } from './person-page.tsx';
import { peoplePlaces } from './places.ts';

/** The person whom a form is about, where this person may change them; with the way back. */
async function about(request: PageRequest) {
  const view = await viewOf(request);
  if (!view?.mayKeep || view.isSelf) return undefined;
  const { person } = view;
  const back = peoplePlaces.person(person.id);
  return {
    person,
    back,
    above: [
      { text: 'Who comes in', href: peoplePlaces.all },
      { text: person.name, href: back },
    ],
  };
}

function idOf(request: PageRequest) {
  return idFrom<'person'>(request.params['id'] ?? '');
}

async function showRoles(request: PageRequest, answers: Answers) {
  const known = await about(request);
  if (!known || known.person.standing === 'left') return undefined;
  const { own, teams } = await request.read(roleChoices);
  const { above, back, person } = known;
  return formContent({
    title: `A role for ${person.name}`,
    lead: 'Give what they need for their work, and no more. A powerful role waits until another person says yes.',
    ...{ above, back, request, answers, submit: 'Propose it' },
    fields: (
      <>
        <ChoiceField answers={answers} name="role" label="Which role" options={roleOptions(own)} />
        <PickField
          answers={answers}
          name="team"
          label="For a team"
          hint="Leave it where the role is for no one team."
          options={[
            { value: '', text: 'For no one team' },
            ...teams.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <WordsField
          answers={answers}
          name="why"
          label="Why they need it"
          hint="Whoever has to say yes reads this. Name no child and no family."
          rows={2}
        />
        <DayField
          answers={answers}
          name="until"
          label="Last day"
          hint="The role stops by itself after this day. It may stay empty."
        />
      </>
    ),
  });
}

export function roleOptions(own: Awaited<ReturnType<typeof roleChoices>>['own']) {
  return [
    ...staffRoles.map((role) => {
      const { title, powerful, for: whom } = builtInRoles[role];
      return {
        value: role,
        text: powerful ? `${title} (takes a second person)` : title,
        hint: `${whom} It opens: ${builtInRoles[role].opens.map(lowFirst).join('; ')}.`,
      };
    }),
    ...own.map(({ id, name, words }) => ({ value: id, text: name, hint: words })),
  ];
}

function lowFirst(words: string): string {
  return words.slice(0, 1).toLocaleLowerCase('en-GB') + words.slice(1);
}

async function propose(request: PageRequest): Promise<Handled> {
  const personId = idOf(request);
  if (!personId) return wrong('role', 'This person is not here any more');
  const last = dayPosted(request.posted, 'until');
  if (last === 'no-such-day')
    return wrong('until', 'Enter a day that exists, such as 1 9 2027, or leave it empty');
  const team = said(request, 'team');
  const teamId = idFrom<'team'>(team);
  if (team !== '' && !teamId) return wrong('team', 'Choose a team from the list');
  if (said(request, 'role') === '') return wrong('role', 'Choose a role');
  const until: Day | undefined = last === 'empty' ? undefined : addDays(last, 1);
  const outcome = await request.write((ctx) =>
    proposeRole(ctx, {
      personId,
      role: said(request, 'role'),
      teamId,
      why: said(request, 'why', 1000),
      from: undefined,
      until,
    }),
  );
  if (!outcome.done) return wrong(fieldOf(outcome.refusal), wordsOf(peopleRefusals, outcome.refusal));
  const notice = outcome.value.waits
    ? 'Proposed. It waits until another person says yes.'
    : 'They hold the role from now on.';
  return redirectTo(peoplePlaces.person(personId), notice);
}

function fieldOf({ reason }: PeopleRefusal): string {
  return reason === 'ends-before-it-begins' ? 'until' : reason === 'no-such-team' ? 'team' : 'role';
}

async function showLeave(request: PageRequest, answers: Answers) {
  const known = await about(request);
  if (!known || known.person.standing === 'left') return undefined;
  const { above, back, person } = known;
  return formContent({
    title: `${person.name} leaves`,
    lead: 'With the next press nothing opens to them any more: not on the page that they have open, not by a link in a letter, not in a calendar. What they wrote stays.',
    ...{ above, back, request, answers, submit: 'They left', ends: true },
    fields: (
      <ChoiceField
        answers={answers}
        name="why"
        label="Why"
        options={Object.entries(leavingReasons).map(([value, text]) => ({ value, text }))}
      />
    ),
  });
}

async function left(request: PageRequest): Promise<Handled> {
  const personId = idOf(request);
  const why = keyAmong(leavingReasons, said(request, 'why'));
  if (!personId || !why) return wrong('why', 'Choose why they leave');
  const outcome = await request.write((ctx) => leave(ctx, { personId, why }));
  if (!outcome.done) return wrong('why', wordsOf(peopleRefusals, outcome.refusal));
  return redirectTo(peoplePlaces.person(personId), 'They left. Nothing opens to them any more.');
}

async function showWay(request: PageRequest, answers: Answers) {
  const known = await about(request);
  if (known?.person.standing !== 'here') return undefined;
  const { above, back, person } = known;
  return formContent({
    title: `Let ${person.name} in anew`,
    lead: 'Somebody who lost every way to sign in gets a new letter. Know first that it is they: a voice or an e-mail alone can be somebody else. Who holds a powerful role waits for a second person.',
    ...{ above, back, request, answers, submit: 'Let them in anew' },
    fields: (
      <ChoiceField
        answers={answers}
        name="recognised"
        label="How do you know that it is they?"
        options={Object.entries(waysOfRecognising).map(([value, text]) => ({ value, text }))}
      />
    ),
  });
}

async function openWay(request: PageRequest): Promise<Handled> {
  const personId = idOf(request);
  const recognised = keyAmong(waysOfRecognising, said(request, 'recognised'));
  if (!personId || !recognised) return wrong('recognised', 'Choose how you know that it is they');
  const outcome = await request.write((ctx) => openWayAnew(ctx, { personId, recognised }));
  if (!outcome.done) return wrong('recognised', wordsOf(peopleRefusals, outcome.refusal));
  const { waits, token } = outcome.value;
  const back = peoplePlaces.person(personId);
  if (token !== undefined)
    return page({
      title: 'Hand this over',
      body: <HandedOver request={request} token={token} back={back} />,
    });
  return redirectTo(
    back,
    waits ? 'Asked for. It waits until another person says yes.' : 'A letter to let them in is on its way.',
  );
}

/** The key that somebody chose, where it is one of these. */
export function keyAmong<const Words extends Readonly<Record<string, string>>>(
  words: Words,
  chosen: string,
): (keyof Words & string) | undefined {
  return isKey(words, chosen) ? chosen : undefined;
}

function isKey<Words extends object>(words: Words, chosen: string): chosen is keyof Words & string {
  return Object.hasOwn(words, chosen);
}

const careful = { policy: keepPeople, freshProof: true };

/** A role is proposed, somebody leaves, a way in is opened anew. */
export const personForms = [
  ...formRoutes({ path: peoplePlaces.roles(':id'), ...careful, show: showRoles, handle: propose }),
  ...formRoutes({ path: peoplePlaces.leave(':id'), ...careful, show: showLeave, handle: left }),
  ...formRoutes({ path: peoplePlaces.way(':id'), ...careful, show: showWay, handle: openWay }),
];
