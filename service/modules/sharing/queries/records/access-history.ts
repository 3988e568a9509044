import { whoLooked, type Look } from '#modules/audit/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { dayInEngland } from '#platform/kernel/day.ts';
import { whoLookedGroup } from '../../domain/rights/answer.ts';
import type { DataSubject, HeldFact, PersonalRecords } from '../../domain/rights/personal-records.ts';

/**
 * Who looked at somebody's record, and why. The audit holds no words and no name of whom it is about, so nothing of it is
 * ever deleted: the chain would break, and nothing would be gained.
 */
export const accessHistory: PersonalRecords<Ctx> = {
  room: 'audit',
  classes: [
    {
      key: 'audit.entry',
      title: 'Who looked at what, and why',
      holds: 'Who acted, by what right and when. No words of anybody.',
      triggers: [],
      ofChildren: false,
      tables: ['platform.audit_entry', 'platform.audit_head'],
    },
  ],
  async gather(ctx, subject) {
    if (subject.kind === 'address') return [];
    const facts: HeldFact[] = [];
    let before: number | undefined;
    do {
      const { looks, next } = await whoLooked(ctx, {
        subject,
        relationship: 'subject-access',
        purpose: 'subject-rights',
        before,
        limit: 500,
      });
      facts.push(...looks.map((look) => factOf(look, subject)));
      before = next;
    } while (before !== undefined);
    return facts;
  },
  ended: async () => [],
  dispose: async () => ({ records: 0, rows: 0, files: [] }),
};

function factOf(look: Look, subject: DataSubject): HeldFact {
  const text = `${whoOf(look)} ${look.did}, ${look.why}. By what right: ${look.relationship}. Noted as: ${look.act}.`;
  return {
    id: look.entry.id,
    class: 'audit.entry',
    title:
      look.entry.relationship === 'glass'
        ? 'An emergency opening of your record'
        : 'Somebody came to your record',
    text,
    whose: 'the service itself',
    source: 'written down as it happened',
    on: dayInEngland(look.at),
    fieldGroup: whoLookedGroup,
    spans: spansOf(look, subject),
  };
}

/** "Rosie Mbeki-Lane, practitioner, of Early Help" */
function whoOf({ name, role, organisation }: Look): string {
  const from = organisation === undefined ? '' : `of ${organisation}`;
  return [...new Set([name, role, from])].filter(Boolean).join(', ');
}

/** A worker who looked normally stays named; somebody of a family is taken out unless a person decides otherwise. */
function spansOf(look: Look, subject: DataSubject): HeldFact['spans'] {
  const { actor, personId, relationship } = look.entry;
  // what somebody did themselves is about nobody else
  if (actor !== 'person' || personId === subject.id || relationship === 'the-child') return [];
  const kind = look.isFamily ? 'third-party' : 'professional';
  return [{ from: 0, to: whoOf(look).length, who: 'whoever looked', kind }];
}
