import { people } from '#modules/accounts/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { writeLetter } from '#platform/mail/letters.ts';
import { reviewGlass } from '../../domain/permissions.ts';
import { raiseSearchAlarm } from '../../store/search/search-alarms.ts';

/** Whoever looks after governance hears, once a day for a person, that somebody asks about more children than anybody needs. */
export async function tellOfSearches(ctx: Ctx, actor: Extract<Actor, { kind: 'person' }>): Promise<void> {
  const { personId, name: personName } = actor;
  const told = (await people(ctx)).filter(
    ({ id, roles }) => id !== personId && reviewGlass.roles.some((role) => roles.includes(role)),
  );
  const raised = await raiseSearchAlarm(ctx, { personId, personName, toldTo: told.map(({ id }) => id) });
  if (!raised) return;
  for (const { id, name, email } of told) {
    if (email === undefined) continue;
    await writeLetter(ctx, {
      key: `search-alarm ${raised} ${id}`,
      to: email,
      subject: 'Somebody asks about many children',
      parts: [
        {
          kind: 'words',
          text: `${name}, ${personName} asked about more children today than anybody’s work needs. Nothing more is answered to them until tomorrow.`,
        },
        { kind: 'page', text: 'Look at it', path: '/glass' },
      ],
      askedBy: undefined,
    });
  }
  await ctx.record({ type: 'families.search-alarm-raised', subject: { kind: 'search-alarm', id: raised } });
}
