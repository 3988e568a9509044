import type { Who } from '../db/transactions.ts';
import type { PageRequest } from './route.ts';
import type { Visit } from './visit.ts';

/**
 * Where a request reads. A visitor's page that may be a moment old reads from the copy of the database where there is
 * one; everything else reads from the database itself. So does a page with a notice on it, which has to show what the
 * notice is about. A request that has turned to the database never goes back to the copy: a page must not be kept under
 * the name of newer figures than it was made of.
 */
export function readingOf(
  { ground, route, browser, actor }: Omit<Visit, 'page'>,
  who: Who,
): { read: PageRequest['read']; readsCopy: () => boolean } {
  let copy =
    route.mayLag === true && route.method === 'GET' && actor.kind === 'visitor' && !browser.hasNotice();
  return {
    readsCopy: () => copy,
    async read(work) {
      if (copy) {
        const found = await ground.transactions.inCopy(who, work);
        if (found) return found.value;
        copy = false;
      }
      return ground.transactions.inTransaction(who, 'read', work);
    },
  };
}
