import { permission } from '#platform/access/policy.ts';

/** Saying why a gap might be there and what came of looking into it, and by which groups we tell children apart. */
export const explainGaps = permission('indicators.explain-gaps', ['analyst', 'manager']);
