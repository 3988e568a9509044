import { purposes, type Purpose } from '#platform/access/purposes.ts';
import type { Posted } from '#platform/forms/fields.ts';
import { dayPosted } from '#platform/forms/inputs.tsx';
import { kept, keptAll, type FieldError } from '#platform/forms/read-form.ts';
import { dayOf, type Day } from '#platform/kernel/day.ts';
import { idFrom, type Id } from '#platform/kernel/id.ts';
import type { AgreementVersion, AgreementWords, Ground } from '../../domain/agreements/agreement.ts';
import { bases } from '../../domain/law/bases.ts';
import { bodyKindOf } from '../../domain/law/body-kind-of.ts';
import { bodyKinds } from '../../domain/law/body-kinds.ts';
import { conditions } from '../../domain/law/conditions.ts';
import { itemGroups } from '../../domain/law/item-groups.ts';
import { legalPowers } from '../../domain/law/legal-powers.ts';

/** Between whom and for what an agreement is: the first two questions. */
export type Between = {
  parties: readonly { id: Id<'organisation'>; name: string; kind: string }[];
  purposes: readonly Purpose[];
};

/** Purposes that can be agreed on: what a law demands never is. */
export const agreeable: readonly Purpose[] = purposes.filter((purpose) => purpose !== 'compelled-by-law');

/** The first two answers, from an address or a form. */
export function readBetween(
  all: (name: string) => readonly string[],
  bodies: readonly { id: string; name: string; kind: string }[],
): Between {
  const chosen = new Set(all('party'));
  const parties = bodies.flatMap(({ id, name, kind }) => {
    const of = chosen.has(id) ? idFrom<'organisation'>(id) : undefined;
    return of ? [{ id: of, name, kind }] : [];
  });
  const named = all('purpose');
  return { parties, purposes: agreeable.filter((purpose) => named.includes(purpose)) };
}

export const groundFields = {
  kind: (party: number) => `kind-${party}`,
  power: (party: number, purpose: Purpose) => `power-${party}-${purpose}`,
  basis: (party: number, purpose: Purpose) => `basis-${party}-${purpose}`,
  condition: (party: number, purpose: Purpose) => `condition-${party}-${purpose}`,
} as const;

/** What an agreement says before anything is typed: the version before, as a form shows it. */
export function answersBefore(version: AgreementVersion, between: Between): Posted {
  const days = (name: string, day: Day): Posted => {
    const [year = '', month = '', of = ''] = day.split('-');
    return {
      [`${name}-year`]: [year],
      [`${name}-month`]: [String(Number(month))],
      [`${name}-day`]: [String(Number(of))],
    };
  };
  const grounds: Record<string, readonly string[]> = {};
  for (const [index, { id }] of between.parties.entries()) {
    const party = version.parties.find(({ organisationId }) => organisationId === id);
    if (party) grounds[groundFields.kind(index)] = [party.bodyKind];
    for (const { purpose, legalPower, basis, condition } of party?.grounds ?? []) {
      grounds[groundFields.power(index, purpose)] = [legalPower];
      grounds[groundFields.basis(index, purpose)] = [basis];
      grounds[groundFields.condition(index, purpose)] = [condition];
    }
  }
  return {
    title: [version.title],
    'plain-words': [version.plainWords],
    direction: [version.direction === 'both-ways' ? 'both-ways' : (version.parties[0]?.organisationId ?? '')],
    items: version.items,
    safeguards: [version.safeguards],
    assessment: [version.assessment],
    ask: [version.ask],
    ...days('begins-on', version.beginsOn),
    ...days('review-on', version.reviewOn),
    ...days('ends-on', version.endsOn),
    ...grounds,
  };
}

/** The words of an agreement as they were posted, or what of it cannot be read. */
export function readAgreement(
  posted: Posted,
  between: Between,
): { words: AgreementWords; errors: readonly FieldError[] } {
  const line = (name: string): string => kept(posted, name).replaceAll('\r\n', '\n').trim();
  const ticked = keptAll(posted, 'items');
  const errors: FieldError[] = [];
  const day = (name: string, what: string): Day => {
    const found = dayPosted(posted, name);
    if (found !== 'empty' && found !== 'no-such-day') return found;
    errors.push({ field: name, message: `Enter ${what}, such as 1 9 2026` });
    return nowhere;
  };
  for (const [name, most] of Object.entries(lengths))
    if (line(name).length > most)
      errors.push({
        field: name,
        message: `This must be ${most.toLocaleString('en-GB')} characters or fewer`,
      });
  const giver = line('direction');
  const ordered = between.parties.toSorted((a, b) => Number(b.id === giver) - Number(a.id === giver));
  const oneWay = between.parties.some(({ id }) => id === giver);
  return {
    words: {
      title: line('title'),
      plainWords: line('plain-words'),
      direction: oneWay ? 'from-first' : 'both-ways',
      parties: ordered.map((party) => partyIn(posted, between, party)),
      items: itemGroups.filter((item) => ticked.includes(item)),
      safeguards: line('safeguards'),
      assessment: line('assessment'),
      ask: line('ask'),
      beginsOn: day('begins-on', 'the day on which it begins'),
      reviewOn: day('review-on', 'the day of its review'),
      endsOn: day('ends-on', 'its last day'),
      whyChanged: line('why-changed'),
    },
    errors,
  };
}

/** Stands where a day could not be read; the form is shown again before anybody looks at it. */
const nowhere = dayOf(1, 1, 1);

const lengths: Readonly<Record<string, number>> = {
  title: 200,
  'plain-words': 4000,
  safeguards: 4000,
  assessment: 400,
  ask: 400,
  'why-changed': 2000,
};

function partyIn(posted: Posted, between: Between, party: Between['parties'][number]) {
  const index = between.parties.indexOf(party);
  const named = kept(posted, groundFields.kind(index));
  return {
    organisationId: party.id,
    bodyKind: bodyKinds.find((one) => one === named) ?? bodyKindOf(party.kind),
    grounds: between.purposes.flatMap((purpose) => groundIn(posted, index, purpose) ?? []),
  };
}

function groundIn(posted: Posted, party: number, purpose: Purpose): Ground | undefined {
  const legalPower = legalPowers.find((one) => one === kept(posted, groundFields.power(party, purpose)));
  const basis = bases.find((one) => one === kept(posted, groundFields.basis(party, purpose)));
  const condition = conditions.find((one) => one === kept(posted, groundFields.condition(party, purpose)));
  return legalPower && basis && condition ? { purpose, legalPower, basis, condition } : undefined;
}
