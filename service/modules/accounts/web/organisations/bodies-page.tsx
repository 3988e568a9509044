import { DayField, LineField, PickField, dayPosted, readDay, type Answers } from '#platform/forms/inputs.tsx';
import { notFound, page, redirectTo, type PageRequest, type Route } from '#platform/http/route.ts';
import { dayInEngland, sayDay, type Day } from '#platform/kernel/day.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { closeBody, openBody, renameBody, reopenBody } from '../../actions/organisations/keep-bodies.ts';
import { sayStanding } from '../../domain/organisations/organisation.ts';
import { keepPeople } from '../../domain/permissions.ts';
import { bodies, bodyView, type BodyListed, type BodyView } from '../../queries/organisations/bodies.ts';
import { formContent, formRoutes, Press, said, wrong, type Handled } from '../people/form-page.tsx';
import { bodyPlaces, peoplePlaces } from '../people/places.ts';
import { bodyRefusals } from './body-words.ts';

const listRoute: Route = {
  method: 'GET',
  path: bodyPlaces.all,
  policy: keepPeople,
  answer: async (request) => {
    const found = await request.read(bodies);
    if (!found) return notFound();
    const today = dayInEngland(request.now);
    return page({
      title: 'Bodies and teams',
      breadcrumbs: [{ text: 'Who comes in', href: peoplePlaces.all }],
      body: (
        <>
          <h1>Bodies and teams</h1>
          <p class="lead">
            Where people come from. Bodies open, close, merge and get other names; whoever belongs to one
            stays with it, and what strategies say of it stays whole.
          </p>
          <p class="actions">
            <a href={bodyPlaces.open}>Add a body</a>
          </p>
          <List listed={found.open} today={today} />
          {found.closed.length === 0 ? null : (
            <section>
              <h2>No longer there</h2>
              <List listed={found.closed} today={today} />
            </section>
          )}
        </>
      ),
    });
  },
};

function List({ listed, today }: { listed: readonly BodyListed[]; today: Day }) {
  if (listed.length === 0) return <p class="empty">No body is kept here yet. Add the first one.</p>;
  return (
    <ul class="measure-list">
      {listed.map(({ body, people, teams }) => (
        <li key={body.key}>
          <a href={bodyPlaces.body(body.key)}>{body.name}</a>
          <span class="beneath">
            {[
              sayStanding(body, today),
              people === 0 ? '' : people === 1 ? 'one person' : `${people} people`,
              teams === 0 ? '' : teams === 1 ? 'one team' : `${teams} teams`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

const bodyRoute: Route = {
  method: 'GET',
  path: '/bodies/:key',
  policy: keepPeople,
  answer: async (request) => {
    const view = await request.read((ctx) => bodyView(ctx, request.params['key'] ?? ''));
    if (!view) return notFound();
    return page({
      title: view.body.name,
      breadcrumbs: above,
      body: <Body view={view} request={request} />,
    });
  },
};

const above = [
  { text: 'Who comes in', href: peoplePlaces.all },
  { text: 'Bodies and teams', href: bodyPlaces.all },
];

function Body({ view, request }: { view: BodyView; request: PageRequest }) {
  const { body, names } = view;
  return (
    <>
      <h1>{body.name}</h1>
      <p class="lead">{sayStanding(body, dayInEngland(request.now))}</p>
      {names.length < 2 ? null : (
        <p>
          {names
            .map(({ name, from }) => (from ? `${name} from ${sayDay(from)}` : `First called ${name}`))
            .join('; ')}
          .
        </p>
      )}
      <div class="actions">
        <a href={bodyPlaces.rename(body.key)}>It gets another name</a>
        {body.until === undefined ? (
          <a href={bodyPlaces.close(body.key)}>It closes, or joins another</a>
        ) : (
          <Press request={request} to={bodyPlaces.reopen(body.key)} text="It does not close" kind="plain" />
        )}
        <a href={`/organisations/${encodeURIComponent(body.key)}`}>What it carries, as everybody sees it</a>
      </div>
      <Teams view={view} />
      <PeopleOf view={view} />
    </>
  );
}

function Teams({ view: { body, teams } }: { view: BodyView }) {
  return (
    <section>
      <h2>Teams</h2>
      {teams.length === 0 ? <p class="empty">It has no team yet.</p> : null}
      <ul class="measure-list">
        {teams.map((team) => (
          <li key={team.id}>
            <a href={bodyPlaces.team(team.id)}>{team.name}</a>
            <span class="beneath">
              {team.members.map(({ name, leads }) => (leads ? `${name} (leads)` : name)).join(', ') ||
                'Nobody yet'}
            </span>
          </li>
        ))}
      </ul>
      <p class="actions">
        <a href={bodyPlaces.teams(body.key)}>Add a team</a>
      </p>
    </section>
  );
}

function PeopleOf({ view: { people } }: { view: BodyView }) {
  return (
    <section>
      <h2>People</h2>
      {people.length === 0 ? <p class="empty">Nobody who comes in belongs to it.</p> : null}
      <ul class="measure-list">
        {people.map((person) => (
          <li key={person.id}>
            <a href={peoplePlaces.person(person.id)}>{person.name}</a>
            <span class="beneath">{person.job}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function showOpen(request: PageRequest, answers: Answers) {
  return formContent({
    title: 'Add a body',
    above,
    ...{ request, answers, submit: 'Add it', back: bodyPlaces.all },
    fields: (
      <>
        <LineField answers={answers} name="name" label="What it is called" />
        <LineField
          answers={answers}
          name="kind"
          label="What sort of body it is"
          hint="Council, health, charity…"
        />
        <DayField answers={answers} name="from" label="Since when" hint="It may stay empty." />
      </>
    ),
  });
}

async function open(request: PageRequest): Promise<Handled> {
  const [name, kind] = [said(request, 'name'), said(request, 'kind', 60).toLocaleLowerCase('en-GB')];
  if (name === '') return wrong('name', 'Enter what it is called');
  if (kind === '') return wrong('kind', 'Enter what sort of body it is');
  const from = readDay(request.posted, 'from', 'The day since when');
  if (!from.done) return { errors: from.refusal.errors };
  const opened = await request.write((ctx) => openBody(ctx, { name, kind, from: from.value }));
  if (!opened.done) return wrong('name', wordsOf(bodyRefusals, opened.refusal));
  return redirectTo(bodyPlaces.body(opened.value), 'It belongs to the partnership.');
}

async function about(request: PageRequest) {
  const view = await request.read((ctx) => bodyView(ctx, request.params['key'] ?? ''));
  if (!view) return undefined;
  const back = bodyPlaces.body(view.body.key);
  return { view, back, above: [...above, { text: view.body.name, href: back }] };
}

async function showRename(request: PageRequest, answers: Answers) {
  const known = await about(request);
  if (!known) return undefined;
  return formContent({
    title: `Another name for ${known.view.body.name}`,
    lead: 'Its earlier names stay readable, and every line of a strategy that names it goes on leading here.',
    above: known.above,
    ...{ request, answers, submit: 'Give it this name', back: known.back },
    fields: (
      <>
        <LineField answers={answers} name="name" label="What it will be called" />
        <DayField answers={answers} name="from" label="From which day" before={dayInEngland(request.now)} />
      </>
    ),
  });
}

async function rename(request: PageRequest): Promise<Handled> {
  const key = request.params['key'] ?? '';
  const name = said(request, 'name');
  if (name === '') return wrong('name', 'Enter what it will be called');
  const from = dayPosted(request.posted, 'from');
  if (from === 'empty' || from === 'no-such-day')
    return wrong('from', 'Enter a day that exists, such as 1 4 2027');
  const renamed = await request.write((ctx) => renameBody(ctx, { key, name, from }));
  if (!renamed.done) return wrong('from', wordsOf(bodyRefusals, renamed.refusal));
  return redirectTo(bodyPlaces.body(key), 'Written down.');
}

async function showClose(request: PageRequest, answers: Answers) {
  const known = await about(request);
  if (!known || known.view.body.until !== undefined) return undefined;
  return formContent({
    title: `${known.view.body.name} closes, or joins another body`,
    lead: 'From that day its people come from the body that goes on with its work. Where none does, they stay as they are until somebody says where they belong.',
    above: known.above,
    ...{ request, answers, submit: 'Write it down', back: known.back },
    fields: (
      <>
        <DayField answers={answers} name="until" label="The first day without it" />
        <PickField
          answers={answers}
          name="into"
          label="Who goes on with its work"
          options={[
            { value: '', text: 'Nobody' },
            ...known.view.others.map(({ key, name }) => ({ value: key, text: name })),
          ]}
        />
      </>
    ),
  });
}

async function close(request: PageRequest): Promise<Handled> {
  const key = request.params['key'] ?? '';
  const until = dayPosted(request.posted, 'until');
  if (until === 'empty' || until === 'no-such-day')
    return wrong('until', 'Enter a day that exists, such as 1 4 2027');
  const into = said(request, 'into');
  const given = { key, until, intoKey: into === '' ? undefined : into };
  const closed = await request.write((ctx) => closeBody(ctx, given));
  if (!closed.done)
    return wrong(
      closed.refusal.reason === 'successor-missing' ? 'into' : 'until',
      wordsOf(bodyRefusals, closed.refusal),
    );
  return redirectTo(bodyPlaces.body(key), 'Written down.');
}

const reopenRoute: Route = {
  method: 'POST',
  path: '/bodies/:key/reopen',
  policy: keepPeople,
  answer: async (request) => {
    const key = request.params['key'] ?? '';
    const reopened = await request.write((ctx) => reopenBody(ctx, key));
    return reopened.done ? redirectTo(bodyPlaces.body(key), 'It stands.') : notFound();
  },
};

/** Bodies: they open, close, merge and are renamed. */
export const bodyRoutes: readonly Route[] = [
  listRoute,
  ...formRoutes({ path: bodyPlaces.open, policy: keepPeople, show: showOpen, handle: open }),
  bodyRoute,
  ...formRoutes({ path: '/bodies/:key/rename', policy: keepPeople, show: showRename, handle: rename }),
  ...formRoutes({ path: '/bodies/:key/close', policy: keepPeople, show: showClose, handle: close }),
  reopenRoute,
];
