import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { PackDocument } from './pack-document.ts';

/** What stands of a pack beside its document. */
export type PackLine = {
  id: Id<'pack'>;
  meetingId: Id<'meeting'>;
  edition: number;
  /** for which day the meeting was called when it was made */
  meetsOn: Day;
  title: string;
  /** why a new one was needed; '' for the first */
  reason: string;
  madeAt: Date;
  madeByName: string;
  isPublished: boolean;
};

export type Pack = PackLine & { document: PackDocument };
