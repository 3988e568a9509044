import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { fileFrom, Visitor, wordsOn, type FormFile, type Reply } from '../browser/visitor.ts';
import { prepareFamilies, type PreparedFamilies } from './pages/prepare-families.ts';
import { prepareSharing, type PreparedSharing } from './pages/prepare-sharing.ts';
import { preparePeople, type PreparedPeople } from './pages/prepare-people.ts';
import { people, type Reader } from './reader.ts';

/** Addresses of what the checks need and a first start does not bring. */
export type Prepared = {
  visitors: Readonly<Record<Reader, Visitor>>;
  /** slugs of two drafts: one that holds nothing, one that holds long names */
  empty: string;
  longNames: string;
  vision: string;
  elementWithMeasure: string;
  longElement: string;
  /** pasted text whose lines are being marked */
  lines: string;
  /** a file that has been read and not brought in yet */
  preview: string;
  /** files of figures: read and refused in part, in use, and one that nobody could read */
  importWaiting: string;
  importBroughtIn: string;
  importNotReadable: string;
  /** a file whose columns somebody has to name */
  importUnmapped: string;
  people: PreparedPeople;
  sharing: PreparedSharing;
  families: PreparedFamilies;
  /** an invitation, as it lies in the post */
  welcome: string;
  /** a link in a letter, opened by the visitor with its code */
  link: string;
};

const nextYear = fileURLToPath(new URL('../journeys/files/bds_long_2026.csv', import.meta.url));
const longNamesFile = fileURLToPath(new URL('long-names.yaml', import.meta.url));

/** Makes, as a manager would, what the pages need to be seen in all their states. */
export async function prepareStates(address: string): Promise<Prepared> {
  const visitors = await comeIn(address);
  const { manager: at } = visitors;

  const begun = await at.send(await at.ask('/frameworks/new'), {
    name: 'Nothing stands in it yet',
    shape: 'outcomes',
  });
  const empty = slugIn(begun);

  const held = await at.sendFiles(await at.ask('/frameworks/bring-in'), [fileFrom('file', longNamesFile)]);
  const preview = pathOf(held);
  const longNames = slugIn(await at.send(await at.ask(preview), {}, /^Bring it in/));
  const again = await at.sendFiles(await at.ask('/frameworks/bring-in'), [fileFrom('file', longNamesFile)]);

  const text = [
    'Our vision',
    'A place to grow',
    'Priority 1: Be heard',
    '• Ask every class twice a year',
    'Page 3',
  ].join('\n');
  const pasted = await at.send(await at.ask('/frameworks/paste'), {
    name: 'Pasted and half marked',
    shape: 'short',
    text,
  });

  return {
    visitors,
    empty,
    longNames,
    vision: await firstElement(visitors.visitor, 'brackenshire'),
    elementWithMeasure: '/frameworks/brackenshire/elements/gentle-start',
    longElement: `/frameworks/${longNames}/elements/outcome-long`,
    lines: pathOf(pasted),
    preview: pathOf(again),
    ...(await prepareImports(visitors.analyst)),
    families: await prepareFamilies(visitors),
    sharing: await prepareSharing(visitors['governance-lead'], visitors.parent),
    people: await preparePeople(visitors),
    welcome: await inPost(visitors.analyst, /href="(\/welcome\/[^"]+)"/),
    link: await openLink(visitors),
  };
}

/** Everybody who looks at a page, each signed in as who they are. */
async function comeIn(address: string): Promise<Record<Reader, Visitor>> {
  const come = async (person: string): Promise<Visitor> => {
    const visitor = new Visitor(address);
    await visitor.signIn(person);
    return visitor;
  };
  return {
    visitor: new Visitor(address),
    manager: await come(people.manager),
    analyst: await come(people.analyst),
    administrator: await come(people.administrator),
    'governance-lead': await come(people['governance-lead']),
    practitioner: await come(people.practitioner),
    supervisor: await come(people.supervisor),
    'setting-lead': await come(people['setting-lead']),
    'front-door': await come(people['front-door']),
    'report-only': await come(people['report-only']),
    'young-person': await come(people['young-person']),
    parent: await come(people.parent),
  };
}

/** Opens the invented charity's letter for a visitor without an account. */
async function openLink({ analyst, visitor }: Prepared['visitors']): Promise<string> {
  const link = await inPost(analyst, /href="(\/link\/[^"]+)"/);
  await visitor.send(await visitor.ask(link), {}, 'Send me the code');
  const code = await inPost(analyst, /\b(\d{3} \d{3})\b/);
  await visitor.send(await visitor.ask(link), { code }, 'Go on');
  return link;
}

/** What stands in the post of the demonstration; letters arrive a moment after they were asked for. */
async function inPost(analyst: Visitor, what: RegExp): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const found = what.exec((await analyst.ask('/post')).body)?.[1];
    if (found) return found;
    await sleep(200);
  }
  assert.fail(`nothing like ${what} stands in the post`);
}

async function prepareImports(analyst: Visitor) {
  const list = await analyst.ask('/imports');
  const link = list.document.querySelector<HTMLAnchorElement>('main tbody a');
  assert.ok(link, 'figures came with the first start');
  const text = 'Nobody,knows\nwhat,this is\n';
  return {
    importBroughtIn: new URL(link.href).pathname,
    importNotReadable: await handIn(analyst, {
      field: 'files',
      name: 'unknown.csv',
      bytes: Buffer.from(text),
    }),
    importUnmapped: await handIn(analyst, {
      field: 'files',
      name: 'any-table.csv',
      bytes: Buffer.from('Area code,Year,Sex,Rate\nE10000020,2023/24,Persons,41.5\n'),
    }),
    importWaiting: await handIn(analyst, fileFrom('files', nextYear)),
  };
}

/** Where the page of one file is, once it has been read as far as it can be. */
async function handIn(analyst: Visitor, file: FormFile): Promise<string> {
  const handed = await analyst.sendFiles(await analyst.ask('/imports/new'), [file]);
  const path = pathOf(handed);
  for (let tries = 0; tries < 100; tries += 1) {
    const page = await analyst.open(path);
    if (!/is being read/i.test(wordsOn(page))) return path;
    await sleep(200);
  }
  assert.fail(`${file.name} was not read in time`);
}

async function firstElement(visitor: Visitor, slug: string): Promise<string> {
  const page = await visitor.ask(`/frameworks/${slug}`);
  const link = page.document.querySelector<HTMLAnchorElement>(`main a[href*="/elements/"]`);
  assert.ok(link, 'a strategy leads to its elements');
  return new URL(link.href).pathname;
}

function pathOf(reply: Reply): string {
  assert.ok(reply.to, `the form was accepted (${reply.status}): ${wordsOn(reply).slice(0, 400)}`);
  return new URL(reply.to).pathname;
}

function slugIn(reply: Reply): string {
  const slug = /^\/frameworks\/([^/]+)/.exec(pathOf(reply))?.[1];
  assert.ok(slug, 'the answer leads to the new strategy');
  return slug;
}
