import { organisations, people } from '#modules/accounts/index.ts';
import type { Ctx } from '#platform/db/database.ts';

type Choice = { value: string; text: string };

/** What the form of a seat offers: the organisations for which somebody can sit, and those who sign in here. */
export type SeatChoices = { organisations: readonly Choice[]; people: readonly Choice[] };

export async function seatChoices(ctx: Ctx): Promise<SeatChoices> {
  return {
    organisations: (await organisations(ctx)).map(({ key, name }) => ({ value: key, text: name })),
    people: (await people(ctx)).map(({ id, name, job }) => ({
      value: id,
      text: job === '' ? name : `${name}, ${job}`,
    })),
  };
}
