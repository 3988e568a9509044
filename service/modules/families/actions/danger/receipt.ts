import { createHash } from 'node:crypto';
import type { Told } from '../../domain/danger/concern.ts';
import { receiptWords } from '../../domain/danger/receipt-words.ts';
import type { ReceiptDigests } from '../../store/danger/receipts.ts';

/**
 * One press of a button: the same showing of the form with the same answers. What comes again after a lost reply is the
 * same press, and so the same concern and the same receipt, though nobody keeps the receipt itself.
 * @param showing what one showing of the form was given and nobody else knows
 */
export type Press = { partnershipId: string; showing: string; told: Told };

/** How many words a receipt has: 40 bits of chance. */
const length = 5;
/** by how many of its words wrong tries are counted on one receipt */
const locating = 3;

/** The receipt of a press: words to write down. It can only be made from the form that was sent. */
export function receiptOf(press: Press): string {
  const bytes = digest('receipt', press).subarray(0, length);
  return [...bytes].map((byte) => receiptWords[byte] ?? '').join(' ');
}

/** By what a press is known when it comes again. */
export function pressKey(press: Press): string {
  return digest('press', press).toString('base64url');
}

function digest(kind: string, { partnershipId, showing, told }: Press): Buffer {
  const answers = [
    told.way,
    told.happened,
    told.about,
    told.danger,
    told.sender,
    told.setting,
    told.reach,
    told.reachIsSafe,
  ];
  return createHash('sha256')
    .update(JSON.stringify([kind, partnershipId, showing, answers]))
    .digest();
}

/** Reads a receipt however it was written down; undefined where it cannot be one of ours. */
export function readReceipt(typed: string): string | undefined {
  const words =
    typed
      .slice(0, 200)
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  return words.length === length && words.every((word) => known.has(word)) ? words.join(' ') : undefined;
}

const known = new Set(receiptWords);

export function receiptDigests(partnershipId: string, receipt: string): ReceiptDigests {
  const of = (kind: string, words: readonly string[]) =>
    createHash('sha256')
      .update(JSON.stringify([kind, partnershipId, ...words]))
      .digest('base64url');
  const words = receipt.split(' ');
  return { locator: of('receipt-locator', words.slice(0, locating)), code: of('receipt-code', words) };
}
