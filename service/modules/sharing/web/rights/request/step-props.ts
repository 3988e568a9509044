import type { Answers } from '#platform/forms/inputs.tsx';
import type { Posted } from '#platform/forms/fields.ts';
import type { PageRequest } from '#platform/http/route.ts';
import type { Found } from '../../../domain/rights/personal-records.ts';
import type { RequestSeen } from '../../../queries/rights/requests-seen.ts';

/** What a page shows beside the request itself: errors, answers kept, whom a search found. */
export type Around = { answers?: Answers; found?: readonly Found[]; searched?: Posted; status?: number };

/** What each step is drawn from. */
export type StepProps = { request: PageRequest; seen: RequestSeen; around: Around };
