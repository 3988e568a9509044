import type { Ctx } from '#platform/db/database.ts';

/** The name under which what somebody writes is shown. */
export function whoseWords({ actor }: Ctx): string {
  return actor.kind === 'person' ? actor.name : 'the service itself';
}
