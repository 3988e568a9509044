import { compareDays, type Day } from '#platform/kernel/day.ts';
import type { Purpose } from '#platform/access/purposes.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { AgreementVersion } from '../agreements/agreement.ts';
import type { Basis } from '../law/bases.ts';
import type { BodyKind } from '../law/body-kinds.ts';
import { itemGroupFacts, type ItemGroup } from '../law/item-groups.ts';
import { dutyBinds, powersOfDemands, type LegalPower } from '../law/legal-powers.ts';
import { mayUseBasis } from '../law/may-use-basis.ts';
import { complete } from './complete.ts';
import type { CompleteDisclosure, CompleteShare, DisclosureWords } from './disclosure.ts';
import type { Missing } from './missing.ts';

export type DisclosureRefusal =
  /** a record is kept whole or not at all; every gap is said at once */
  | { reason: 'incomplete'; missing: readonly Missing[] }
  | { reason: 'basis-not-open'; basis: Basis; because: string; source: string }
  | { reason: 'power-not-open'; power: LegalPower }
  | { reason: 'item-not-for-purpose'; item: ItemGroup; purpose: Purpose }
  /** what was gathered for one purpose is to be used for another, and nobody decided that it may */
  | { reason: 'not-compatible'; gatheredFor: Purpose; usedFor: Purpose }
  | { reason: 'no-agreement' }
  | { reason: 'more-than-agreed'; item: ItemGroup }
  /** sharing would be worse for the child: then it is not shared, and that is written down */
  | { reason: 'more-detrimental' }
  | { reason: 'purpose-of-demand' }
  | { reason: 'same-body' }
  | { reason: 'decided-later'; today: Day }
  | { reason: 'review-before-decision' };

/** What has to be known to judge a disclosure, beside its words. */
export type AroundDisclosure = {
  today: Day;
  dutyBeginsOn: Day | undefined;
  bodyKind: BodyKind;
  /** the version in force by which the one body may give to the other for this purpose */
  agreed: AgreementVersion | undefined;
  compatible: boolean;
};

/** A disclosure as it can be kept: whole, and open to the body that gives. */
export function checkDisclosure(
  words: DisclosureWords,
  around: AroundDisclosure,
): Outcome<CompleteDisclosure, DisclosureRefusal> {
  const on = words.decidedOn ?? around.today;
  const duty = words.manner !== 'compelled' && dutyBinds(on, around.dutyBeginsOn);
  const whole = complete(words, { duty, agreed: around.agreed });
  if (!whole.done) return whole;
  const wrong = wrongAnyhow(whole.value, around) ?? wrongShare(whole.value, around);
  return wrong ? refuse(wrong) : done(whole.value);
}

function wrongAnyhow(whole: CompleteDisclosure, { today }: AroundDisclosure): DisclosureRefusal | undefined {
  const { from, to, decidedOn, reviewOn, manner, purpose } = whole;
  if (to.organisationId === from) return { reason: 'same-body' };
  if (compareDays(today, decidedOn) < 0) return { reason: 'decided-later', today };
  if (compareDays(reviewOn, decidedOn) < 0) return { reason: 'review-before-decision' };
  if ((manner === 'compelled') !== (purpose === 'compelled-by-law')) return { reason: 'purpose-of-demand' };
  return undefined;
}

function wrongShare(whole: CompleteDisclosure, around: AroundDisclosure): DisclosureRefusal | undefined {
  if (whole.outcome === 'not-shared') return undefined;
  if (whole.duty.detriment === 'more') return { reason: 'more-detrimental' };
  return wrongLaw(whole, around) ?? wrongItems(whole, around);
}

function wrongLaw(share: CompleteShare, around: AroundDisclosure): DisclosureRefusal | undefined {
  const { legalPower, basis, purpose, manner, decidedOn } = share;
  const closed =
    legalPower === 'duty-to-share-2026'
      ? !dutyBinds(decidedOn, around.dutyBeginsOn)
      : powersOfDemands.includes(legalPower) && manner !== 'compelled';
  if (closed) return { reason: 'power-not-open', power: legalPower };
  const { may, because, source } = mayUseBasis(around.bodyKind, basis, purpose);
  if (!may) return { reason: 'basis-not-open', basis, because, source };
  // an emergency and a demand are their own decision; everything else asks for one
  if (manner === 'considered' && !around.compatible)
    return { reason: 'not-compatible', gatheredFor: share.gatheredFor, usedFor: purpose };
  return undefined;
}

function wrongItems(
  { items, purpose, rests }: CompleteShare,
  { agreed }: AroundDisclosure,
): DisclosureRefusal | undefined {
  const foreign = items.find((item) => !itemGroupFacts[item].purposes.includes(purpose));
  if (foreign) return { reason: 'item-not-for-purpose', item: foreign, purpose };
  if (rests.kind === 'single') return undefined;
  const beyond = items.find((item) => !agreed?.items.includes(item));
  return beyond && { reason: 'more-than-agreed', item: beyond };
}
