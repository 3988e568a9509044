import type { Seed } from '../../service/seed.ts';
import { loadAgreements } from './agreements.ts';
import { loadLedger } from './ledger.ts';

/** What invented organisations agreed on sharing: before children, whose helpers come from several of them. */
export const inventedAgreements: Seed = {
  name: 'invented-agreements',
  says: 'Agreeing on what is shared',
  owner: 'partnership',
  told: 'once',
  madeOf: ['../organisations.ts', 'agreements.ts'].map(beside),
  load: ({ transactions, partnershipId }) =>
    transactions.inTransaction(
      { actor: { kind: 'service', name: 'demonstration' }, partnershipId },
      'write',
      loadAgreements,
    ),
};

/** What was shared, and not shared, about invented children. */
export const inventedLedger: Seed = {
  name: 'invented-ledger',
  says: 'Sharing, and deciding not to',
  owner: 'partnership',
  told: 'once',
  madeOf: ['../organisations.ts', '../people.ts', 'ledger.ts'].map(beside),
  load: loadLedger,
};

function beside(file: string): URL {
  return new URL(file, import.meta.url);
}
