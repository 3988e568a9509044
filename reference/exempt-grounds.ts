import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** A ground on which a paper of a public meeting may be kept from the public. */
export type ExemptGround = {
  readonly key: string;
  /** what it is, in plain words */
  readonly says: string;
  /** where the law says so */
  readonly law: string;
};

const shape = z.strictObject({
  name: z.string().min(1),
  publisher: z.string().min(1),
  title: z.string().min(1),
  link: z.url(),
  licence: z.string().min(1),
  grounds: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z][a-z-]*$/),
        says: z.string().min(1),
        law: z.string().min(1),
      }),
    )
    .min(1),
});

/**
 * Reads grounds in the shape of `exempt-grounds.yaml`.
 * @throws an Error where two have one key
 */
export function readExemptGrounds(text: string): readonly ExemptGround[] {
  const { grounds } = shape.parse(parse(text, { maxAliasCount: 0 }));
  const keys = new Set(grounds.map(({ key }) => key));
  if (keys.size !== grounds.length) throw new Error('exempt grounds: two have one key');
  return grounds;
}

let own: readonly ExemptGround[] | undefined;

/** The grounds that we wrote down, read once from `exempt-grounds.yaml` beside this file. */
export function exemptGrounds(): readonly ExemptGround[] {
  own ??= readExemptGrounds(readFileSync(new URL('exempt-grounds.yaml', import.meta.url), 'utf8'));
  return own;
}
