import type { Purpose } from '#platform/access/purposes.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { Basis } from '../law/bases.ts';
import type { BodyKind } from '../law/body-kinds.ts';
import { itemGroupFacts, specialAmong, type ItemGroup } from '../law/item-groups.ts';
import { dutyBinds, powersOfDemands } from '../law/legal-powers.ts';
import { mayUseBasis } from '../law/may-use-basis.ts';
import type { AgreementWords, Ground, Party } from './agreement.ts';

export type AgreementWordsRefusal =
  | { reason: 'title-missing' }
  | { reason: 'plain-words-missing' }
  | { reason: 'safeguards-missing' }
  | { reason: 'assessment-missing' }
  | { reason: 'ask-missing' }
  | { reason: 'items-missing' }
  /** at least two bodies, each once */
  | { reason: 'parties-missing' }
  | { reason: 'purposes-missing' }
  /** each party needs a ground for each purpose */
  | { reason: 'ground-missing'; party: number; purpose: Purpose }
  | {
      reason: 'basis-not-open';
      party: number;
      purpose: Purpose;
      basis: Basis;
      because: string;
      source: string;
    }
  /** something of a special kind is among the items, and a party names no condition */
  | { reason: 'condition-missing'; party: number; purpose: Purpose }
  /** something among the items may not be used for this purpose at all */
  | { reason: 'item-not-for-purpose'; item: ItemGroup; purpose: Purpose }
  /** a court's order or a request of the police is answered once, never by agreement */
  | { reason: 'demand-is-no-agreement' }
  | { reason: 'duty-not-begun' }
  /** it begins, is reviewed, and ends, in this order */
  | { reason: 'days-out-of-order' };

type Given = { words: AgreementWords; dutyBeginsOn: Day | undefined };

/** Words of an agreement as they are kept, if nothing is missing and each party may rest on what it names. */
export function checkAgreement({
  words: given,
  dutyBeginsOn,
}: Given): Outcome<AgreementWords, AgreementWordsRefusal> {
  const words = trimmed(given);
  if (words.title === '') return refuse({ reason: 'title-missing' });
  if (words.plainWords === '') return refuse({ reason: 'plain-words-missing' });
  if (words.items.length === 0) return refuse({ reason: 'items-missing' });
  const wrong = wrongParties(words, dutyBeginsOn);
  if (wrong) return refuse(wrong);
  if (words.safeguards === '') return refuse({ reason: 'safeguards-missing' });
  if (words.assessment === '') return refuse({ reason: 'assessment-missing' });
  if (words.ask === '') return refuse({ reason: 'ask-missing' });
  const { beginsOn, reviewOn, endsOn } = words;
  if (!(beginsOn < reviewOn && reviewOn <= endsOn)) return refuse({ reason: 'days-out-of-order' });
  return done(words);
}

function wrongParties(
  { parties, items, beginsOn }: AgreementWords,
  dutyBeginsOn: Day | undefined,
): AgreementWordsRefusal | undefined {
  const ids = new Set(parties.map(({ organisationId }) => organisationId));
  if (parties.length < 2 || ids.size !== parties.length) return { reason: 'parties-missing' };
  const purposes = new Set(parties.flatMap(({ grounds }) => grounds.map(({ purpose }) => purpose)));
  if (purposes.size === 0) return { reason: 'purposes-missing' };
  for (const purpose of purposes) {
    const item = items.find((one) => !itemGroupFacts[one].purposes.includes(purpose));
    if (item) return { reason: 'item-not-for-purpose', item, purpose };
    for (const [party, one] of parties.entries()) {
      const ground = one.grounds.find((each) => each.purpose === purpose);
      if (!ground) return { reason: 'ground-missing', party, purpose };
      const wrong = wrongGround(one, ground, { party, items, duty: dutyBinds(beginsOn, dutyBeginsOn) });
      if (wrong) return wrong;
    }
  }
  return undefined;
}

type Around = { party: number; items: readonly ItemGroup[]; duty: boolean };

function wrongGround(
  { bodyKind }: Pick<Party, 'bodyKind'> & { bodyKind: BodyKind },
  { purpose, basis, condition, legalPower }: Ground,
  { party, items, duty }: Around,
): AgreementWordsRefusal | undefined {
  if (purpose === 'compelled-by-law' || powersOfDemands.includes(legalPower))
    return { reason: 'demand-is-no-agreement' };
  if (legalPower === 'duty-to-share-2026' && !duty) return { reason: 'duty-not-begun' };
  const { may, because, source } = mayUseBasis(bodyKind, basis, purpose);
  if (!may) return { reason: 'basis-not-open', party, purpose, basis, because, source };
  if (condition === 'none-needed' && specialAmong(items).length > 0)
    return { reason: 'condition-missing', party, purpose };
  return undefined;
}

function trimmed(words: AgreementWords): AgreementWords {
  return {
    ...words,
    title: words.title.trim(),
    plainWords: words.plainWords.trim(),
    safeguards: words.safeguards.trim(),
    assessment: words.assessment.trim(),
    ask: words.ask.trim(),
    whyChanged: words.whyChanged.trim(),
  };
}
