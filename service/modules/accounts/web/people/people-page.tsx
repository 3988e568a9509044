import { Button, Input, Select } from '#packages/govuk-jsx';
import { page, notFound, type PageRequest, type Route } from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { builtInRoles, staffRoles } from '../../domain/people/built-in-roles.ts';
import { seePeople } from '../../domain/permissions.ts';
import { organisations } from '../../queries/organisations/organisations.ts';
import {
  peopleFound,
  type PeopleAsked,
  type PeopleFound,
  type PersonListed,
  type ToConfirm,
} from '../../queries/people/people-found.ts';
import { roleChoices } from '../../queries/people/person-view.ts';
import { Press } from './form-page.tsx';
import { sayInstant } from './people-words.ts';
import { bodyPlaces, peoplePlaces } from './places.ts';

/** Who works here, who waits for a second person, and who may need it no more. */
export const peopleRoute: Route = {
  method: 'GET',
  path: peoplePlaces.all,
  policy: seePeople,
  answer: async (request) => {
    const asked = askedOf(request);
    const [found, choices] = await request.read(async (ctx) => [
      await peopleFound(ctx, asked),
      await choicesOf(ctx),
    ]);
    if (!found) return notFound();
    return page({
      title: 'Who comes in',
      body: <People found={found} asked={asked} choices={choices} request={request} />,
    });
  },
};

type Choices = { roles: { value: string; text: string }[]; bodies: { value: string; text: string }[] };

async function choicesOf(ctx: Parameters<typeof roleChoices>[0]): Promise<Choices> {
  const { own } = await roleChoices(ctx);
  return {
    roles: [
      { value: '', text: 'Any role' },
      ...staffRoles.map((role) => ({ value: role, text: builtInRoles[role].title })),
      ...own.map(({ id, name }) => ({ value: id, text: name })),
    ],
    bodies: [
      { value: '', text: 'Any body' },
      ...(await organisations(ctx)).map(({ id, name }) => ({ value: id, text: name })),
    ],
  };
}

function askedOf({ query }: PageRequest): PeopleAsked {
  const one = (name: string) => query.get(name)?.trim().slice(0, 100) ?? '';
  return { words: one('words'), role: one('role'), body: one('body') };
}

type Shown = { found: PeopleFound; asked: PeopleAsked; choices: Choices; request: PageRequest };

function People({ found, asked, choices, request }: Shown) {
  return (
    <>
      <h1>Who comes in</h1>
      <p class="lead">
        Everybody who works here, what they may open, and who waits. No child and no family stands here.
      </p>
      <p class="actions">
        {found.mayKeep ? <a href={peoplePlaces.invite}>Invite a colleague</a> : null}
        <a href={peoplePlaces.everyRole}>What each role opens</a>
        {found.mayKeep ? <a href={bodyPlaces.all}>Bodies and teams</a> : null}
      </p>
      <ToConfirmList waits={found.toConfirm} request={request} />
      <Find asked={asked} choices={choices} />
      <Group title="Here" people={found.here} empty="Nobody here fits what you asked for." />
      <Group title="Invited, not here yet" people={found.invited} />
      <Quiet people={found.quiet} mayKeep={found.mayKeep} />
      <Group title="Left" people={found.left} />
      {found.families === 0 ? null : (
        <section>
          <h2>Families</h2>
          <p>
            {found.families === 1
              ? 'One parent or young person has a way in.'
              : `${found.families} parents and young people have a way in.`}{' '}
            Their names do not stand here: the worker who introduced each of them looks after it.
          </p>
        </section>
      )}
    </>
  );
}

function ToConfirmList({ waits, request }: { waits: readonly ToConfirm[]; request: PageRequest }) {
  if (waits.length === 0) return null;
  return (
    <section>
      <h2>Waits for a second person</h2>
      <ul class="cards roomy">
        {waits.map((one) => (
          <li key={one.what === 'role' ? one.grant.id : one.invitation.id} class="card">
            <h3>
              <a href={peoplePlaces.person(one.person.id)}>{one.person.name}</a>
            </h3>
            {one.what === 'role' ? <RoleWaits one={one} /> : <WayWaits one={one} />}
            {one.mayConfirm ? (
              <div class="actions">
                <Press request={request} to={yesTo(one)} text="Say yes" />
                {one.what === 'role' ? (
                  <Press
                    request={request}
                    to={peoplePlaces.endRole(one.person.id, one.grant.id)}
                    text="Say no"
                    kind="plain"
                  />
                ) : null}
              </div>
            ) : (
              <p class="quiet">Somebody else has to say yes or no to this.</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function yesTo(one: ToConfirm): string {
  return one.what === 'role'
    ? peoplePlaces.confirmRole(one.person.id, one.grant.id)
    : peoplePlaces.confirmWay(one.person.id, one.invitation.id);
}

function RoleWaits({ one: { grant } }: { one: Extract<ToConfirm, { what: 'role' }> }) {
  return (
    <>
      <p>
        <strong>{grant.title}</strong>
        {grant.team ? ` for ${grant.team.name}` : ''}
      </p>
      {grant.why === '' ? null : <p>“{grant.why}”</p>}
      <p class="quiet">
        Proposed by {grant.proposedByName} on {sayInstant(grant.proposedAt)}
      </p>
    </>
  );
}

function WayWaits({ one: { invitation } }: { one: Extract<ToConfirm, { what: 'way' }> }) {
  return (
    <>
      <p>
        <strong>A new way in</strong>, because they lost theirs
      </p>
      <p class="quiet">
        Asked for by {invitation.invitedByName} on {sayInstant(invitation.madeAt)}
      </p>
    </>
  );
}

function Find({ asked, choices }: { asked: PeopleAsked; choices: Choices }) {
  return (
    <form method="get" action={peoplePlaces.all} class="filters" role="search">
      <Input name="words" label={{ text: 'Name or job' }} value={asked.words} type="search" />
      <Select name="role" id="role" label={{ text: 'Role' }} value={asked.role} items={choices.roles} />
      <Select name="body" id="body" label={{ text: 'Body' }} value={asked.body} items={choices.bodies} />
      <Button text="Find" />
    </form>
  );
}

const mostShown = 200;

function Group(props: { title: string; people: readonly PersonListed[]; empty?: string }) {
  const { title, people, empty } = props;
  if (people.length === 0 && empty === undefined) return null;
  return (
    <section>
      <h2>{title}</h2>
      {people.length === 0 ? <p class="empty">{empty}</p> : null}
      <ul class="measure-list">
        {people.slice(0, mostShown).map((one) => (
          <li key={one.person.id}>
            <a href={peoplePlaces.person(one.person.id)}>{one.person.name}</a>
            <span class="beneath">{sayPerson(one)}</span>
          </li>
        ))}
      </ul>
      {people.length > mostShown ? (
        <p>Only the first {mostShown} are shown: say more of whom you look for.</p>
      ) : null}
    </section>
  );
}

function sayPerson({ person, holds, waits, invitation }: PersonListed): string {
  if (person.standing === 'left' && person.left) return `Left on ${sayDay(person.left.on)}`;
  const roles = [...holds.map(({ title }) => title), ...waits.map(({ title }) => `${title} (waits)`)].join(
    ', ',
  );
  const ends =
    person.standing === 'invited' && invitation
      ? `Invitation ${invitation.state === 'expired' ? 'ended' : 'works until'} ${sayInstant(invitation.expiresAt)}`
      : '';
  return [person.job, person.organisation, roles === '' ? 'No role' : roles, ends]
    .filter(Boolean)
    .join(' · ');
}

function Quiet({ people, mayKeep }: { people: PeopleFound['quiet']; mayKeep: boolean }) {
  if (people.length === 0) return null;
  return (
    <section>
      <h2>Did not come for a long time</h2>
      <p>For three months or more. Nothing happens by itself: ask them whether they still need it.</p>
      <ul class="measure-list">
        {people.map((person) => (
          <li key={person.id}>
            <a href={peoplePlaces.person(person.id)}>{person.name}</a>
            <span class="beneath">
              Last here on {person.lastCameOn ? sayDay(person.lastCameOn) : ''}.{' '}
              {mayKeep ? <a href={peoplePlaces.leave(person.id)}>They left</a> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
