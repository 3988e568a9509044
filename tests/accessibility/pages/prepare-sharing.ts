import assert from 'node:assert/strict';
import type { Visitor } from '../../browser/visitor.ts';

/** Addresses of requests, complaints, lists and entries that a first start brings. */
export type PreparedSharing = {
  /** half of it is decided */
  request: string;
  /** waits for its second signature */
  signedOnce: string;
  answered: string;
  ownAnswer: string;
  complaint: string;
  list: string;
  entry: string;
  agreement: string;
  ownerOfRecord: string;
};

export async function prepareSharing(governance: Visitor, parent: Visitor): Promise<PreparedSharing> {
  const found = (page: string, holds: string, says = /./) => linkOn(governance, page, { holds, says });
  return {
    request: await found('/rights/requests', '/rights/requests/0', /Tam/),
    signedOnce: await found('/rights/requests', '/rights/requests/0', /Billie/),
    answered: await found('/rights/requests?which=answered', '/rights/requests/0'),
    ownAnswer: await linkOn(parent, '/rights/mine', { holds: '/rights/mine/', says: /Open/ }),
    complaint: await found('/complaints/desk', '/complaints/desk/0'),
    list: await found('/retention', '/retention/lists/'),
    entry: await found('/sharing/ledger', '/sharing/ledger/'),
    agreement: await found('/sharing/agreements', '/sharing/agreements/', /^(?!A new)/),
    ownerOfRecord: await found('/sharing/owners', '/sharing/owners/'),
  };
}

type Link = { holds: string; says: RegExp };

async function linkOn(visitor: Visitor, page: string, { holds, says }: Link): Promise<string> {
  const { document, status } = await visitor.ask(page);
  const links = [...document.querySelectorAll<HTMLAnchorElement>('main a')];
  const link = links.find(
    ({ href, textContent }) => new URL(href).pathname.startsWith(holds) && says.test(textContent.trim()),
  );
  assert.ok(link, `${page} (${status}) leads to ${holds}`);
  return new URL(link.href).pathname;
}
