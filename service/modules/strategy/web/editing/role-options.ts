import type { TierRole } from '../../domain/framework-document.ts';
import type { Option } from '#platform/forms/inputs.tsx';

const words: Readonly<Record<TierRole, string>> = {
  vision: 'The vision: what all of it is for',
  outcome: 'What we want for children',
  priority: 'What we put first to get there',
  action: 'What somebody does, with an owner',
  indicator: 'A sign: how we know that it changes',
  principle: 'A principle that guides us',
  practice: 'A way of working',
  programme: 'A programme or a service',
  foundation: 'Something that everything stands on',
  heading: 'A heading that only gathers others',
  ask: 'What young people ask of us',
};

/** What a tier can be for, in people's words. */
export const roleOptions: readonly Option[] = Object.entries(words).map(([value, text]) => ({ value, text }));

/** What a tier is for. */
export function sayRole(role: TierRole): string {
  return words[role];
}
