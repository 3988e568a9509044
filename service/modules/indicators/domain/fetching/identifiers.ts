import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Asked, FetchKind } from './fetch-source.ts';
import { publisherOf } from './fetch-source.ts';

/** Upper tier local authorities, as they have stood since April 2023. */
export const usualAreaType = '502';

export type AskedRefusal =
  | { reason: 'not-an-identifier'; kind: FetchKind }
  | { reason: 'not-an-area-type' }
  | { reason: 'not-a-file-name' };

const number = /^[1-9]\d{0,9}$/;
const numbers = /^[1-9]\d{0,9}(,[1-9]\d{0,9}){0,19}$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const shapes: { readonly [Kind in FetchKind]: RegExp } = {
  'fingertips-indicator': numbers,
  'fingertips-group': number,
  'fingertips-profile': number,
  'ees-data-set': uuid,
  'ees-publication': slug,
};

/** Reads what somebody typed: an identifier goes into an address, so that it has to be one. */
export function askedFrom(given: {
  kind: FetchKind;
  identifier: string;
  areaType?: string | undefined;
  keptAs?: string | undefined;
}): Outcome<Asked, AskedRefusal> {
  const { kind } = given;
  const identifier = identifierIn(given.identifier, kind);
  if (identifier.length > 200 || !shapes[kind].test(identifier))
    return refuse({ reason: 'not-an-identifier', kind });
  const areaType = publisherOf(kind) === 'ees' ? '' : given.areaType?.trim() || usualAreaType;
  if (areaType !== '' && !/^[1-9]\d{0,4}$/.test(areaType)) return refuse({ reason: 'not-an-area-type' });
  const keptAs = given.keptAs?.trim().replace(/\.csv$/i, '') || undefined;
  if (keptAs !== undefined && !/^[a-z0-9][a-z0-9_-]{0,99}$/i.test(keptAs))
    return refuse({ reason: 'not-a-file-name' });
  return done({ kind, identifier, areaType, ...(keptAs === undefined ? {} : { keptAs }) });
}

/** People copy the address of a page; what is wanted stands at its end. */
function identifierIn(typed: string, kind: FetchKind): string {
  const text = typed.trim().toLowerCase().replaceAll(/\s+/g, '');
  if (kind === 'ees-publication') return /\/find-statistics\/([a-z0-9-]+)/.exec(text)?.[1] ?? text;
  if (kind === 'ees-data-set') return /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(text)?.[0] ?? text;
  return text;
}
