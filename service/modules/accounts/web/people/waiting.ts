import type { Ctx } from '#platform/db/database.ts';
import { dayInEngland, type Day } from '#platform/kernel/day.ts';
import { invitationsThatEnd, toConfirm } from '../../queries/people/people-found.ts';
import { sayInstant } from './people-words.ts';
import { peoplePlaces } from './places.ts';

type Waiting = { title: string; words: string; link: string; due?: Day | undefined };

/** Roles and ways in that wait for a second person, and invitations that end soon. */
export async function peopleWait(ctx: Ctx): Promise<readonly Waiting[]> {
  const confirm = await toConfirm(ctx);
  const ending = await invitationsThatEnd(ctx);
  return [
    ...confirm.map((one) => ({
      title: `Say yes or no: ${one.person.name}`,
      words:
        one.what === 'role'
          ? `${one.grant.proposedByName} proposed ${one.person.name} as ${one.grant.title}. It waits for a second person.`
          : `${one.invitation.invitedByName} asks to let ${one.person.name} in anew. It waits for a second person.`,
      link: peoplePlaces.person(one.person.id),
    })),
    ...ending.flatMap(({ person, invitation }) =>
      invitation
        ? [
            {
              title: `An invitation ends: ${person.name}`,
              words:
                invitation.state === 'expired'
                  ? 'They did not come in. Send it anew, or take it back.'
                  : `They have not come in yet. It works until ${sayInstant(invitation.expiresAt)}.`,
              link: peoplePlaces.person(person.id),
              due: dayInEngland(invitation.expiresAt),
            },
          ]
        : [],
    ),
  ];
}
