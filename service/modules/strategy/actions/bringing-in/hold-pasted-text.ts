import { ownPartnership } from '#modules/accounts/index.ts';
import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { shapeOf, type ShapeKey } from '../../domain/editing/shapes.ts';
import { guessedMarks } from '../../domain/pasting/draft-from-marks.ts';
import { pastedLines, type PasteRefusal } from '../../domain/pasting/pasted-text.ts';
import { editStrategy } from '../../domain/permissions.ts';
import { insertBringIn } from '../../store/bring-ins.ts';

export type TextToHold = { name: string; shape: ShapeKey; text: string };

/** Takes pasted text apart into lines, with a guess at what each is, and keeps them to be marked. */
export async function holdPastedText(
  ctx: Ctx,
  { name, shape, text }: TextToHold,
): Promise<Outcome<{ id: Id<'bring-in'> }, PasteRefusal | NotAllowed>> {
  if (!allowed(ctx.actor, editStrategy)) return refuse({ reason: 'not-allowed' });
  const lines = pastedLines(text);
  if (!lines.done) return lines;
  const tiers = [...shapeOf(shape).tiers];
  const partnership = (await ownPartnership(ctx))?.name ?? name;
  const marks = guessedMarks(lines.value, tiers);
  const about = { name, partnership };
  return done({
    id: await insertBringIn(ctx, { kind: 'pasted', about, tiers, lines: [...lines.value], marks }),
  });
}
