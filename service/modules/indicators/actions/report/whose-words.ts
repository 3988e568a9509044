import { people } from '#modules/accounts/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Speaker } from '../../domain/report/speaker.ts';

/** The name under which what somebody writes is shown. */
export function whoseWords({ actor }: Ctx): string {
  return actor.kind === 'person' ? actor.name : 'the service itself';
}

/** The name and the job under which a person's word is shown. */
export async function whoSpeaks(ctx: Ctx): Promise<Speaker> {
  const { actor } = ctx;
  const name = whoseWords(ctx);
  if (actor.kind !== 'person') return { name, job: '' };
  const person = (await people(ctx)).find(({ id }) => id === actor.personId);
  return { name, job: person?.job ?? '' };
}
