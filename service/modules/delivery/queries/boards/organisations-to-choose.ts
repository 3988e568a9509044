import { organisations } from '#modules/partners/index.ts';
import type { Ctx } from '#platform/db/database.ts';

/** The organisations for which somebody can sit on a body, as a form offers them. */
export async function organisationsToChoose(ctx: Ctx): Promise<{ value: string; text: string }[]> {
  return (await organisations(ctx)).map(({ key, name }) => ({ value: key, text: name }));
}
