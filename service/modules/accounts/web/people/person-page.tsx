import type { ComponentChildren } from 'preact';
import { InsetText } from '#packages/govuk-jsx';
import { notFound, page, type PageRequest, type Route } from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { idFrom } from '#platform/kernel/id.ts';
import type { RoleGrant } from '../../domain/people/grant.ts';
import { leavingReasons } from '../../domain/people/kept-person.ts';
import { seePeople } from '../../domain/permissions.ts';
import { personView, type PersonView } from '../../queries/people/person-view.ts';
import { Press } from './form-page.tsx';
import { lastDay, sayGivers, sayGrant, sayInstant } from './people-words.ts';
import { bodyPlaces, peoplePlaces } from './places.ts';
import { RoleFolded } from './role-card.tsx';

/** One colleague: what they may open, since when and who said so, and what can be done about it. */
export const personRoute: Route = {
  method: 'GET',
  path: peoplePlaces.person(':id'),
  policy: seePeople,
  answer: async (request) => {
    const view = await viewOf(request);
    if (!view) return notFound();
    return page({
      title: view.person.name,
      breadcrumbs: [{ text: 'Who comes in', href: peoplePlaces.all }],
      body: <PersonPage view={view} request={request} />,
    });
  },
};

/** The person of the address, for whoever looks after who comes in. */
export async function viewOf(request: PageRequest): Promise<PersonView | undefined> {
  const id = idFrom<'person'>(request.params['id'] ?? '');
  return id && request.look((ctx) => personView(ctx, id));
}

function PersonPage({ view, request }: { view: PersonView; request: PageRequest }) {
  const { person } = view;
  return (
    <>
      <h1>{person.name}</h1>
      <p class="lead">{[person.job, person.organisation].filter(Boolean).join(', ')}</p>
      <Standing view={view} />
      {view.isSelf ? (
        <InsetText text="This is you. Nobody changes their own roles: another administrator can." />
      ) : null}
      <section>
        <h2>What they may open</h2>
        {view.open.length === 0 ? (
          <p class="empty">They hold no role, so nothing beyond what everybody reads opens to them.</p>
        ) : (
          <ul class="cards roomy">
            {view.open.map((grant) => (
              <Held key={grant.id} grant={grant} view={view} request={request} />
            ))}
          </ul>
        )}
        {view.mayKeep && !view.isSelf && person.standing !== 'left' ? (
          <p class="actions">
            <a href={peoplePlaces.roles(person.id)}>Propose a role</a>
          </p>
        ) : null}
      </section>
      {view.mayKeep && !view.isSelf ? <WayIn view={view} request={request} /> : null}
      <Past grants={view.past} />
    </>
  );
}

function Standing({ view: { person, teams, invitation, mayKeep } }: { view: PersonView }) {
  const all: readonly (readonly [string, ComponentChildren])[] = [
    ['Where they stand', standingWords(person)],
    ['E-mail', person.email],
    ['Last here', person.lastCameOn && sayDay(person.lastCameOn)],
    [
      'Invited',
      person.standing === 'invited' && invitation
        ? `by ${invitation.invitedByName}; ${invitation.state === 'expired' ? 'it ended' : 'it works until'} ${sayInstant(invitation.expiresAt)}`
        : undefined,
    ],
    [
      'Teams',
      teams.length === 0
        ? undefined
        : teams.map((team, at) => (
            <span key={team.id}>
              {at > 0 ? ', ' : ''}
              {mayKeep ? <a href={bodyPlaces.team(team.id)}>{team.name}</a> : team.name}
            </span>
          )),
    ],
  ];
  const rows = all.filter(([, value]) => value !== undefined && value !== '');
  return (
    <dl class="facts">
      {rows.map(([name, value]) => (
        <div key={name} class="fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function standingWords({ standing, left }: PersonView['person']): string {
  if (standing === 'invited') return 'Invited, not here yet';
  if (standing === 'here' || !left) return 'Here';
  const why = Object.entries(leavingReasons).find(([key]) => key === left.why)?.[1];
  return `Left on ${sayDay(left.on)}${why ? `: ${why.slice(0, 1).toLowerCase()}${why.slice(1)}` : ''}, said by ${left.byName}`;
}

function Held(props: { grant: RoleGrant; view: PersonView; request: PageRequest }) {
  const { grant, view, request } = props;
  const { id } = view.person;
  const waits = grant.state === 'waiting';
  const mayYes = waits && view.mayConfirm && !view.isSelf && grant.proposedBy !== view.selfId;
  const mayEnd = (view.mayKeep || view.mayConfirm) && (!view.isSelf || !waits);
  return (
    <li class="card">
      <h3>{grant.title}</h3>
      {waits ? (
        <p>
          <span class="tag tag-waiting">Waits for a second person</span>
        </p>
      ) : null}
      {sayGrant(grant) === '' ? null : <p>{sayGrant(grant)}</p>}
      {grant.why === '' ? null : <p>“{grant.why}”</p>}
      <p class="quiet">{sayGivers(grant)}</p>
      <RoleFolded title={grant.title} roles={grant.roles} />
      <div class="actions">
        {mayYes ? (
          <Press request={request} to={peoplePlaces.confirmRole(id, grant.id)} text="Say yes" />
        ) : null}
        {mayEnd ? (
          <Press
            request={request}
            to={peoplePlaces.endRole(id, grant.id)}
            text={waits ? (mayYes ? 'Say no' : 'Take it back') : 'End it now'}
            kind="plain"
          />
        ) : null}
      </div>
    </li>
  );
}

function WayIn({ view: { person }, request }: { view: PersonView; request: PageRequest }) {
  const { id } = person;
  return (
    <section>
      <h2>Their way in</h2>
      {person.standing === 'invited' ? (
        <div class="actions">
          <Press request={request} to={peoplePlaces.anew(id)} text="Send the invitation anew" />
          <Press request={request} to={peoplePlaces.withdraw(id)} text="Take it back" kind="plain" />
        </div>
      ) : null}
      {person.standing === 'here' ? (
        <>
          <p>
            A lost laptop or telephone: sign them out everywhere, and they sign in again. They lost every way
            to sign in: let them in anew. They leave: everything ends with the next press.
          </p>
          <div class="actions">
            <Press
              request={request}
              to={peoplePlaces.signOut(id)}
              text="Sign them out everywhere"
              kind="plain"
            />
            <a href={peoplePlaces.way(id)}>Let them in anew</a>
            <a href={peoplePlaces.leave(id)}>They left</a>
          </div>
        </>
      ) : null}
      {person.standing === 'left' && person.left?.why !== 'not-wanted' ? (
        <>
          <p>If they come back they hold no role at first.</p>
          <Press request={request} to={peoplePlaces.comeBack(id)} text="They are back" />
        </>
      ) : null}
    </section>
  );
}

function Past({ grants }: { grants: readonly RoleGrant[] }) {
  if (grants.length === 0) return null;
  return (
    <section>
      <h2>What they could open before</h2>
      <ul class="measure-list">
        {grants.map((grant) => (
          <li key={grant.id}>
            {grant.title}
            <span class="beneath">{[sayGivers(grant), sayEnd(grant)].filter(Boolean).join('. ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sayEnd({ state, endedAt, endedByName, until }: RoleGrant): string {
  if (state === 'turned-down' && endedAt) return `${endedByName} said no on ${sayInstant(endedAt)}`;
  if (endedAt) return `Ended by ${endedByName} on ${sayInstant(endedAt)}`;
  return until ? `It ended by itself after ${sayDay(lastDay(until))}` : '';
}
