import { ChoiceField, LineField, PickField, type Answers } from '#platform/forms/inputs.tsx';
import { notFound, page, redirectTo, type PageRequest, type Route } from '#platform/http/route.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { closeTeam, keepTeamMember, openTeam } from '../../actions/people/keep-teams.ts';
import { keepPeople } from '../../domain/permissions.ts';
import { bodyView, teamView, type TeamView } from '../../queries/organisations/bodies.ts';
import { formContent, formRoutes, Press, said, wrong, type Handled } from '../people/form-page.tsx';
import { peopleRefusals } from '../people/people-words.ts';
import { bodyPlaces, peoplePlaces } from '../people/places.ts';

async function showNew(request: PageRequest, answers: Answers) {
  const view = await request.read((ctx) => bodyView(ctx, request.params['key'] ?? ''));
  if (!view || view.body.until !== undefined) return undefined;
  const back = bodyPlaces.body(view.body.key);
  return formContent({
    title: 'Add a team',
    lead: `People of ${view.body.name} who work together. Being in a team opens nothing by itself.`,
    above: [{ text: view.body.name, href: back }],
    ...{ request, answers, submit: 'Add it', back },
    fields: <LineField answers={answers} name="name" label="What the team is called" />,
  });
}

async function add(request: PageRequest): Promise<Handled> {
  const name = said(request, 'name', 100);
  if (name === '') return wrong('name', 'Enter what the team is called');
  const organisationKey = request.params['key'] ?? '';
  const opened = await request.write((ctx) => openTeam(ctx, { organisationKey, name }));
  if (!opened.done) return wrong('name', wordsOf(peopleRefusals, opened.refusal));
  return redirectTo(bodyPlaces.team(opened.value), 'The team is there. Say who is in it.');
}

async function viewOf(request: PageRequest): Promise<TeamView | undefined> {
  const id = idFrom<'team'>(request.params['id'] ?? '');
  return id && request.read((ctx) => teamView(ctx, id));
}

const teamRoute: Route = {
  method: 'GET',
  path: bodyPlaces.team(':id'),
  policy: keepPeople,
  answer: async (request) => {
    const view = await viewOf(request);
    if (!view) return notFound();
    return page({
      title: view.team.name,
      breadcrumbs: [
        { text: 'Bodies and teams', href: bodyPlaces.all },
        { text: view.body.name, href: bodyPlaces.body(view.body.key) },
      ],
      body: <Team view={view} request={request} />,
    });
  },
};

function Team({ view: { team, body }, request }: { view: TeamView; request: PageRequest }) {
  return (
    <>
      <h1>{team.name}</h1>
      <p class="lead">A team of {body.name}. Being in it opens nothing by itself.</p>
      {team.members.length === 0 ? <p class="empty">Nobody is in it yet.</p> : null}
      <ul class="measure-list">
        {team.members.map((member) => (
          <li key={member.personId}>
            <a href={peoplePlaces.person(member.personId)}>{member.name}</a>
            <span class="beneath">{member.leads ? `${member.job} · leads the team` : member.job}</span>
          </li>
        ))}
      </ul>
      <div class="actions">
        <a href={bodyPlaces.members(team.id)}>Change who is in it</a>
        <Press request={request} to={bodyPlaces.closeTeam(team.id)} text="The team ends" kind="plain" />
      </div>
    </>
  );
}

async function showMembers(request: PageRequest, answers: Answers) {
  const view = await viewOf(request);
  if (!view) return undefined;
  const { team, people } = view;
  const back = bodyPlaces.team(team.id);
  return formContent({
    title: `Who is in ${team.name}`,
    above: [{ text: team.name, href: back }],
    ...{ request, answers, submit: 'Write it down', back },
    fields: (
      <>
        <PickField
          answers={answers}
          name="person"
          label="Who"
          options={[
            { value: '', text: 'Choose one' },
            ...people.map(({ id, name, job }) => ({
              value: id,
              text: job === '' ? name : `${name}, ${job}`,
            })),
          ]}
        />
        <ChoiceField
          answers={answers}
          name="part"
          label="From today they"
          options={[
            { value: 'member', text: 'are in the team' },
            { value: 'lead', text: 'lead the team' },
            { value: 'gone', text: 'are not in the team' },
          ]}
        />
      </>
    ),
  });
}

async function keep(request: PageRequest): Promise<Handled> {
  const teamId = idFrom<'team'>(request.params['id'] ?? '');
  const personId = idFrom<'person'>(said(request, 'person'));
  const part = (['member', 'lead', 'gone'] as const).find((one) => one === said(request, 'part'));
  if (!teamId || !personId) return wrong('person', 'Choose who');
  if (!part) return wrong('part', 'Choose one of the three');
  const kept = await request.write((ctx) => keepTeamMember(ctx, { teamId, personId, part }));
  return kept.done
    ? redirectTo(bodyPlaces.team(teamId), 'Written down.')
    : wrong('person', wordsOf(peopleRefusals, kept.refusal));
}

const closeRoute: Route = {
  method: 'POST',
  path: bodyPlaces.closeTeam(':id'),
  policy: keepPeople,
  answer: async (request) => {
    const id = idFrom<'team'>(request.params['id'] ?? '');
    const closed = id && (await request.write((ctx) => closeTeam(ctx, id)));
    return closed?.done
      ? redirectTo(bodyPlaces.all, `${closed.value.name} has ended. Its people keep their roles.`)
      : notFound();
  },
};

/** Teams of a body, and who is in them. */
export const teamRoutes: readonly Route[] = [
  ...formRoutes({ path: '/bodies/:key/teams', policy: keepPeople, show: showNew, handle: add }),
  teamRoute,
  ...formRoutes({
    path: bodyPlaces.members(':id'),
    policy: keepPeople,
    show: showMembers,
    handle: keep,
  }),
  closeRoute,
];
