import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** A number that anybody can ring, with where it was read. */
export type PublishedNumber = {
  readonly key: string;
  readonly name: string;
  /** as people read it: "0800 1111" */
  readonly number: string;
  /** another way than by voice: an address of the web or of e-mail; '' where there is none */
  readonly text: string;
  /** for whom it is and what it costs, in a sentence or two */
  readonly says: string;
  /** when it is answered, in a few words */
  readonly when: string;
  readonly for: 'everybody' | 'children' | 'adults' | 'deaf';
  readonly source: string;
  /** `YYYY-MM-DD` */
  readonly checkedOn: string;
};

/** Numbers to ring, and the keys to press on a call on which nobody can speak. */
export type PublishedNumbers = {
  readonly numbers: readonly PublishedNumber[];
  readonly silent: { readonly press: string; readonly source: string; readonly checkedOn: string };
};

const day = z.iso.date();

const shape = z.strictObject({
  name: z.string().min(1),
  licence: z.string().min(1),
  numbers: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z][a-z-]*$/),
        name: z.string().min(1),
        number: z.string().regex(/^\d[\d ]{2,}$/),
        text: z.union([z.literal(''), z.url()]),
        says: z.string().min(1),
        when: z.string().min(1),
        for: z.enum(['everybody', 'children', 'adults', 'deaf']),
        source: z.url(),
        checkedOn: day,
      }),
    )
    .min(1),
  silent: z.strictObject({ press: z.string().regex(/^\d+$/), source: z.url(), checkedOn: day }),
});

/**
 * Reads numbers in the shape of `numbers-to-ring.yaml`.
 * @throws an Error where two have one key, and where 999 is not the first
 */
export function readNumbersToRing(text: string): PublishedNumbers {
  const { numbers, silent } = shape.parse(parse(text, { maxAliasCount: 0, schema: 'core' }));
  if (new Set(numbers.map(({ key }) => key)).size !== numbers.length)
    throw new Error('numbers to ring: two have one key');
  if (numbers[0]?.number !== '999') throw new Error('numbers to ring: 999 is not the first');
  return { numbers, silent };
}

let own: PublishedNumbers | undefined;

/** The numbers that we wrote down, read once from `numbers-to-ring.yaml` beside this file. */
export function numbersToRing(): PublishedNumbers {
  own ??= readNumbersToRing(readFileSync(new URL('numbers-to-ring.yaml', import.meta.url), 'utf8'));
  return own;
}
