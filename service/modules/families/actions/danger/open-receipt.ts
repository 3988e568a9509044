import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { readReceipt, receiptDigests } from './receipt.ts';
import { openReceiptRow, type ReceiptStanding } from '../../store/danger/receipts.ts';

export type ReceiptRefusal =
  | { reason: 'not-a-receipt' }
  | { reason: 'receipt-unknown' }
  /** too many wrong ones: nothing opens for an hour, not even the right one */
  | { reason: 'receipt-locked' };

export type OpenReceipt = Extract<ReceiptStanding, { standing: 'open' }>;

/** What a receipt shows: when it was received, read and acted on, and the reader's answer; no word of what was told. */
export async function openReceipt(
  ctx: Ctx,
  { typed, browser }: { typed: string; browser: string },
): Promise<Outcome<OpenReceipt, ReceiptRefusal>> {
  const receipt = readReceipt(typed);
  if (receipt === undefined) return refuse({ reason: 'not-a-receipt' });
  const found = await openReceiptRow(ctx, receiptDigests(ctx.partnershipId, receipt), browser);
  if (found.standing === 'locked') return refuse({ reason: 'receipt-locked' });
  return found.standing === 'open' ? done(found) : refuse({ reason: 'receipt-unknown' });
}
