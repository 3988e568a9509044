import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Commission, CommissionOption } from './commission.ts';

/** What can be written of a joint purchase; its decision, service and outcome come with its steps. */
export type CommissionWords = Pick<
  Commission,
  | 'title'
  | 'element'
  | 'need'
  | 'needMeasureId'
  | 'needSource'
  | 'anyway'
  | 'ask'
  | 'partners'
  | 'ownerName'
  | 'outcomeMeasureId'
>;

export type CommissionRefusal =
  | { reason: 'title-missing' }
  | { reason: 'need-missing' }
  /** a need without where it is known from is an opinion */
  | { reason: 'need-source-missing' }
  | { reason: 'element-missing' }
  /** buying together takes two */
  | { reason: 'partners-missing' };

export function checkCommission(given: CommissionWords): Outcome<CommissionWords, CommissionRefusal> {
  const words = {
    ...given,
    title: given.title.trim(),
    need: given.need.trim(),
    needSource: given.needSource.trim(),
    anyway: given.anyway.trim(),
    ask: given.ask.trim(),
    ownerName: given.ownerName.trim(),
    partners: [...new Set(given.partners)],
  };
  if (words.title === '') return refuse({ reason: 'title-missing' });
  if (words.need === '') return refuse({ reason: 'need-missing' });
  if (words.needSource === '') return refuse({ reason: 'need-source-missing' });
  if (words.element.elementKey === '') return refuse({ reason: 'element-missing' });
  if (words.partners.length < 2) return refuse({ reason: 'partners-missing' });
  return done(words);
}

/** "Somebody to talk to" in an address. */
export function keyOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return plain.slice(0, 60).replace(/-+$/, '') || 'purchase';
}

export type OptionWords = Omit<CommissionOption, 'id' | 'commissionId' | 'place' | 'chosen' | 'version'>;

export type OptionRefusal =
  | { reason: 'option-title-missing' }
  /** a benefit in pounds has a least and a most */
  | { reason: 'benefit-not-a-range' }
  /** and says where it comes from, and on what it rests */
  | { reason: 'benefit-source-missing' }
  | { reason: 'benefit-assumptions-missing' };

export function checkOption(given: OptionWords): Outcome<OptionWords, OptionRefusal> {
  const { low, high } = given.benefit;
  const benefit = {
    low,
    high,
    words: given.benefit.words.trim(),
    source: given.benefit.source.trim(),
    assumptions: given.benefit.assumptions.trim(),
  };
  const title = given.title.trim();
  if (title === '') return refuse({ reason: 'option-title-missing' });
  if (low !== undefined || high !== undefined) {
    if (low === undefined || high === undefined || low >= high)
      return refuse({ reason: 'benefit-not-a-range' });
    if (benefit.source === '') return refuse({ reason: 'benefit-source-missing' });
    if (benefit.assumptions === '') return refuse({ reason: 'benefit-assumptions-missing' });
  }
  return done({ ...given, title, benefit });
}
