import { LineField, TicksField, WordsField, type Answers } from '#platform/forms/inputs.tsx';
import { notFound, page, redirectTo, type PageRequest, type Route } from '#platform/http/route.ts';
import { allowed, roles, type Role } from '#platform/access/policy.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { makeOwnRole, retireOwnRole } from '../../actions/people/own-roles.ts';
import { builtInRoles, staffRoles } from '../../domain/people/built-in-roles.ts';
import type { OwnRole } from '../../domain/people/grant.ts';
import { keepPeople } from '../../domain/permissions.ts';
import { roleChoices } from '../../queries/people/person-view.ts';
import { formContent, formRoutes, Press, said, wrong, type Handled } from './form-page.tsx';
import { peopleRefusals } from './people-words.ts';
import { peoplePlaces } from './places.ts';
import { RoleOpens } from './role-card.tsx';

const rolesRoute: Route = {
  method: 'GET',
  path: peoplePlaces.everyRole,
  policy: 'at-work',
  answer: async (request) => {
    const { own } = await request.read(roleChoices);
    return page({
      title: 'What each role opens',
      body: <Roles own={own} request={request} mayKeep={allowed(request.actor, keepPeople)} />,
    });
  },
};

function Roles({ own, request, mayKeep }: Shown) {
  return (
    <>
      <h1>What each role opens</h1>
      <p class="lead">
        Nobody sees more than their work needs. A powerful role holds only after two people said yes, and
        nobody gives themselves anything. Whoever lets people in sees no child’s record.
      </p>
      {mayKeep ? (
        <p class="actions">
          <a href={peoplePlaces.newRole}>Name a role of our own</a>
          <a href={peoplePlaces.all}>Who comes in</a>
        </p>
      ) : null}
      {own.length === 0 ? null : <Own own={own} request={request} mayKeep={mayKeep} />}
      <section>
        <h2 class={own.length === 0 ? 'visually-hidden' : ''}>Roles that every partnership has</h2>
        <ul class="cards roomy">
          {roles.map((role) => (
            <BuiltIn key={role} role={role} />
          ))}
        </ul>
      </section>
    </>
  );
}

function BuiltIn({ role }: { role: Role }) {
  const { title, for: whom, powerful } = builtInRoles[role];
  return (
    <li class="card">
      <h3>{title}</h3>
      <p>{whom}</p>
      {powerful ? (
        <p>
          <span class="tag">Takes a second person</span>
        </p>
      ) : null}
      <RoleOpens roles={[role]} />
    </li>
  );
}

type Shown = { own: readonly OwnRole[]; request: PageRequest; mayKeep: boolean };

function Own({ own, request, mayKeep }: Shown) {
  return (
    <section>
      <h2>Our own roles</h2>
      <ul class="cards roomy">
        {own.map((role) => (
          <li key={role.id} class="card">
            <h3>{role.name}</h3>
            <p>{role.words}</p>
            <p class="quiet">{role.roles.map((one) => builtInRoles[one].title).join(', ')}</p>
            {mayKeep ? (
              <Press
                request={request}
                to={peoplePlaces.retireRole(role.id)}
                text="Give it to nobody any more"
                kind="plain"
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

async function showNew(request: PageRequest, answers: Answers) {
  return formContent({
    title: 'Name a role of our own',
    lead: 'A bundle of roles under one name. Its parts never change: a changed role is a new one.',
    above: [{ text: 'What each role opens', href: peoplePlaces.everyRole }],
    ...{ request, answers, submit: 'Name it', back: peoplePlaces.everyRole },
    fields: (
      <>
        <LineField answers={answers} name="name" label="What it is called" />
        <WordsField answers={answers} name="words" label="Whom it is for" rows={2} />
        <TicksField
          answers={answers}
          name="roles"
          label="What it is made of"
          options={staffRoles.map((role) => ({ value: role, text: builtInRoles[role].title }))}
        />
      </>
    ),
  });
}

async function make(request: PageRequest): Promise<Handled> {
  const name = said(request, 'name', 100);
  if (name === '') return wrong('name', 'Enter what it is called');
  const given = { name, words: said(request, 'words', 500), roles: request.posted['roles'] ?? [] };
  const made = await request.write((ctx) => makeOwnRole(ctx, given));
  if (!made.done)
    return wrong(
      made.refusal.reason === 'name-taken' ? 'name' : 'roles',
      wordsOf(peopleRefusals, made.refusal),
    );
  return redirectTo(peoplePlaces.everyRole, 'It can be given from now on.');
}

const retireRoute: Route = {
  method: 'POST',
  path: peoplePlaces.retireRole(':id'),
  policy: keepPeople,
  answer: async (request) => {
    const id = idFrom<'own-role'>(request.params['id'] ?? '');
    const retired = id && (await request.write((ctx) => retireOwnRole(ctx, id)));
    return retired?.done
      ? redirectTo(
          peoplePlaces.everyRole,
          'Nobody gets it any more. Whoever holds it keeps it until it is ended.',
        )
      : notFound();
  },
};

/** What every role opens, and the partnership's own. */
export const rolesRoutes: readonly Route[] = [
  rolesRoute,
  ...formRoutes({ path: peoplePlaces.newRole, policy: keepPeople, show: showNew, handle: make }),
  retireRoute,
];
