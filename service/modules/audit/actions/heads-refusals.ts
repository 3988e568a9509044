import type { WordsFor } from '#platform/kernel/outcome.ts';
import type { ExportHeadsRefusal } from './export-heads.ts';

/** Why the ends of the audit were not signed, in words. */
export const headsRefusals: WordsFor<ExportHeadsRefusal> = {
  'not-allowed': () => 'Only the information-governance lead signs the ends of the audit.',
  'nothing-audited': () => 'There is nothing to sign yet: nobody has touched personal data.',
};
