import assert from 'node:assert/strict';
import type { Visitor } from '../../browser/visitor.ts';
import type { Reader } from '../reader.ts';

type Visitors = Readonly<Record<Reader, Visitor>>;

/** Addresses of children, concerns and files that a first start makes, as those find them who may read them. */
export type PreparedFamilies = {
  /** a record with everything in it, one that is kept with more care, one that is closed */
  child: string;
  protectedChild: string;
  closedChild: string;
  /** somebody's words in the first */
  entry: string;
  /** what somebody says against an entry and nobody has answered yet */
  contest: string;
  /** two concerns, as they lie on the desk */
  concern: string;
  otherConcern: string;
  /** the five words of somebody who told */
  receipt: string;
  exportToTake: string;
  longNames: string;
};

/** Finds the children whom the invented lead worker helps, and opens a record with names as long as names can be. */
export async function prepareFamilies(visitors: Visitors): Promise<PreparedFamilies> {
  const { practitioner, supervisor, 'front-door': reader } = visitors;
  const list = await practitioner.ask('/children');
  const called = (name: string) => leadTo(list.document, (text) => text.includes(name));
  const child = called('Izzy');
  const files = await supervisor.ask('/children/exports');
  const { document: record } = await practitioner.ask(child);
  return {
    child,
    protectedChild: called('Dylan'),
    closedChild: called('Robin'),
    entry: leadTo(record, (_, path) => /\/entries\/[0-9a-f-]{36}$/.test(path)),
    contest: leadTo(record, (_, path) => /\/contest\/[0-9a-f-]{36}$/.test(path)),
    ...(await concernsOn(reader)),
    receipt: await tell(visitors.visitor),
    exportToTake: leadTo(files.document, (_, path) => path.endsWith('/take')),
    longNames: await openLongRecord(practitioner),
  };
}

async function concernsOn(reader: Visitor) {
  const paths = [...(await reader.ask('/concerns')).document.querySelectorAll<HTMLAnchorElement>('main a')]
    .map(({ href }) => new URL(href).pathname)
    .filter((path) => /^\/concerns\/[0-9a-f-]{36}$/.test(path));
  const [concern, otherConcern = concern] = [...new Set(paths)];
  assert.ok(concern && otherConcern, 'two things were told');
  return { concern, otherConcern };
}

/** Tells something, and reads the five words. */
async function tell(visitor: Visitor): Promise<string> {
  const sent = await visitor.send(
    await visitor.ask('/danger/tell'),
    { happened: 'Words for a check of pages, about nobody.' },
    'Send',
  );
  const receipt = sent.document.querySelector('.receipt-words')?.textContent.trim();
  assert.ok(receipt, 'whoever tells gets five words');
  return receipt;
}

async function openLongRecord(practitioner: Visitor): Promise<string> {
  const opened = await practitioner.send(await practitioner.ask('/children/new'), {
    givenNames: 'Bartholomew-Maximilian Aurelius Wolfeschlegelsteinhausenbergerdorff',
    familyName: 'Featherstonehaugh-Cholmondeley de la Vega y Montesinos-Villanueva',
    knownAs: '',
    'bornOn-day': '9',
    'bornOn-month': '5',
    'bornOn-year': '2014',
    because: 'Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichen: he asked for help himself.',
  });
  assert.ok(opened.to, 'a record with long names is opened');
  return new URL(opened.to).pathname;
}

function leadTo(page: Document, fits: (text: string, path: string) => boolean): string {
  const link = [...page.querySelectorAll<HTMLAnchorElement>('main a')].find(({ textContent, href }) =>
    fits(textContent.trim(), new URL(href).pathname),
  );
  assert.ok(link, 'a first start leads to it');
  return new URL(link.href).pathname;
}
