import assert from 'node:assert/strict';
import { TOTP } from 'otpauth';
import type { Visitor } from '../../browser/visitor.ts';
import { people } from '../reader.ts';

/** Addresses of people, bodies and teams that a first start makes, and of somebody who is invited only for these checks. */
export type PreparedPeople = {
  colleague: string;
  /** with long names, and a role that waits for a second person */
  invited: string;
  body: string;
  team: string;
  introduced: string;
  /** the page on which the manager would remove the app that shows codes */
  removeApp: string;
};

type Visitors = Readonly<Record<'administrator' | 'practitioner' | 'manager', Visitor>>;

/** Finds people as those do who look after them, and invites somebody whose names are as long as names can be. */
export async function preparePeople({
  administrator,
  practitioner,
  manager,
}: Visitors): Promise<PreparedPeople> {
  const body = '/bodies/early-help';
  const list = await administrator.ask('/people');
  return {
    colleague: leadTo(list.document, people.practitioner),
    invited: await inviteWithLongNames(administrator),
    body,
    team: leadUnder((await administrator.ask(body)).document, '/teams/'),
    introduced: leadUnder((await practitioner.ask('/introductions')).document, '/introductions/').replace(
      /\/[a-z]+$/,
      '',
    ),
    removeApp: await addApp(manager, leadTo(list.document, people.manager)),
  };
}

/** Adds an app that shows codes, as a phone would be shown it; answers where it is removed. No page leads there from an only way. */
async function addApp(visitor: Visitor, person: string): Promise<string> {
  await visitor.send(await visitor.ask('/prove'), {}, 'It is still me');
  const page = await visitor.ask('/account/app');
  const address = page.document.querySelector<HTMLAnchorElement>('main a[href^="otpauth:"]')?.href ?? '';
  const code = new TOTP({ secret: new URL(address).searchParams.get('secret') ?? '' }).generate();
  assert.ok((await visitor.send(page, { code }, 'Add the app')).to, 'an app that shows codes is added');
  return `/account/ways/app-code/${person.split('/').at(-1) ?? ''}/remove`;
}

async function inviteWithLongNames(administrator: Visitor): Promise<string> {
  await administrator.send(await administrator.ask('/prove'), {}, 'It is still me');
  const sent = await administrator.send(await administrator.ask('/people/invite'), {
    name: 'Wilhelmina Featherstonehaugh-Cholmondeley of the Upper Marshes and Lower Saltings',
    job: 'Deputy assistant coordinator of early help, family hubs and neighbourhood partnerships for the coast',
    email: 'wilhelmina.featherstonehaugh-cholmondeley@neighbourhoods.upper-marshes-and-saltings.example',
    body: 'early-help',
    role: 'supervisor',
    why: 'Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichen: she leads the team along the whole coast.',
  });
  assert.ok(sent.to, 'somebody with long names is invited');
  return new URL(sent.to).pathname;
}

function leadTo(page: Document, words: string): string {
  const link = [...page.querySelectorAll<HTMLAnchorElement>('main a')].find(
    ({ textContent }) => textContent.trim() === words,
  );
  assert.ok(link, `a link to ${words}`);
  return new URL(link.href).pathname;
}

function leadUnder(page: Document, path: string): string {
  const link = [...page.querySelectorAll<HTMLAnchorElement>('main a')].find(
    ({ href }) => new URL(href).pathname.startsWith(path) && !href.endsWith('/new'),
  );
  assert.ok(link, `a link to something under ${path}`);
  return new URL(link.href).pathname;
}
