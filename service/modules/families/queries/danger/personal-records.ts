import type { HeldFact, PersonalRecords, RecordClass, Span } from '#modules/sharing/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { dayInEngland } from '#platform/kernel/day.ts';
import type { Act, Concern } from '../../domain/danger/concern.ts';
import {
  concernsInList,
  concernsOfChild,
  concernsOfSender,
  concernsWhole,
  deleteConcerns,
} from '../../store/danger/concerns.ts';

const classes: readonly RecordClass[] = [
  {
    key: 'families.concern',
    title: 'What people told at the front door',
    holds: 'What somebody told who was afraid for a child, how to reach them, and what was done about it.',
    triggers: [
      { key: 'acted-on', words: 'it was acted on' },
      { key: 'told', words: 'it was told' },
    ],
    ofChildren: true,
    tables: [
      'families.concern',
      'families.concern_receipt',
      'families.concern_step',
      'families.concern_alarm',
      'families.receipt_try',
    ],
  },
  {
    key: 'families.concern-reader',
    title: 'Who was named to read at the front door',
    holds: 'Names of staff, from when until when they read what people told.',
    triggers: [],
    ofChildren: false,
    tables: ['families.concern_reader'],
  },
];

/**
 * What people told, for rights and retention. Whoever told is protected: their name, their words that could give them
 * away, and how to reach them are marked as another person's, for the officer to take out or leave.
 */
export const personalRecordsOfConcerns: PersonalRecords<Ctx> = {
  room: 'front-door',
  classes,
  async gather(ctx, { kind, id }) {
    if (kind === 'child') {
      const concerns = await concernsWhole(ctx, await concernsOfChild(ctx, id));
      return concerns.flatMap((concern) => [toldOf(concern, 'the subject'), ...actsOf(concern)]);
    }
    if (kind !== 'person') return [];
    // what somebody told themselves is about others in every word but that they told it
    const concerns = await concernsWhole(ctx, await concernsOfSender(ctx, id));
    return concerns.map((concern) => toldOf(concern, 'the sender'));
  },
  async ended(ctx, { class: of, trigger, onOrBefore }) {
    if (of !== 'families.concern') return [];
    const all = await concernsInList(ctx);
    return all.flatMap(({ id, toldAt, actedAt }) => {
      // what nobody has acted on has not ended, however long ago it was told
      const at = actedAt && (trigger === 'told' ? toldAt : actedAt);
      const triggeredOn = at && dayInEngland(at);
      return triggeredOn && triggeredOn <= onOrBefore
        ? [{ id, subject: { kind: 'concern', id }, title: `Told on ${dayInEngland(toldAt)}`, triggeredOn }]
        : [];
    });
  },
  async dispose(ctx, { class: of, ids }) {
    if (of !== 'families.concern') return { records: 0, rows: 0, files: [] };
    return { ...(await deleteConcerns(ctx, ids)), files: [] };
  },
};

function toldOf(concern: Concern, to: 'the subject' | 'the sender'): HeldFact {
  const isSender = to === 'the sender';
  const lines = [
    { label: '', words: concern.happened, who: isSender ? 'the child it is about' : 'whoever told us' },
    { label: 'About: ', words: concern.about, who: isSender ? 'the child it is about' : undefined },
    { label: 'Told by: ', words: concern.sender, who: isSender ? undefined : 'whoever told us' },
    { label: 'School or service: ', words: concern.setting, who: isSender ? undefined : 'whoever told us' },
    { label: 'To be reached: ', words: concern.reach, who: isSender ? undefined : 'whoever told us' },
  ].filter(({ words }) => words !== '');
  let text = '';
  const spans: Span[] = [];
  for (const { label, words, who } of lines) {
    text += `${text === '' ? '' : '\n'}${label}`;
    if (who !== undefined)
      spans.push({
        from: text.length,
        to: text.length + words.length,
        who,
        kind: isSender ? 'child' : 'third-party',
      });
    text += words;
  }
  return {
    id: concern.id,
    class: 'families.concern',
    title: isSender ? 'What you told us' : 'What somebody told us',
    text,
    whose: isSender ? 'you' : 'somebody who told us',
    source: 'told at the front door',
    on: dayInEngland(concern.toldAt),
    fieldGroup: 'Concerns',
    spans,
  };
}

function actsOf(concern: Concern): HeldFact[] {
  return concern.steps.flatMap((step) => {
    if (step.kind !== 'acted' || !step.act) return [];
    const said = `${doneWords[step.act]} `;
    const text = `${said}${step.words}`;
    return [
      {
        id: `${concern.id}:${step.nth}`,
        class: 'families.concern',
        title: 'What was done about what somebody told us',
        text,
        whose: `${step.saidByName}, who reads at the front door`,
        source: 'written down by the reader',
        on: dayInEngland(step.saidAt),
        fieldGroup: 'Concerns',
        // a reader may have written who told: the officer looks at all of it
        spans: [
          {
            from: said.length,
            to: text.length,
            who: 'whoever told us, if they are named',
            kind: 'third-party',
          },
        ],
      },
    ];
  });
}

const doneWords: Readonly<Record<Act, string>> = {
  rang: 'Somebody was rung.',
  'social-care': 'It was passed to children’s social care.',
  police: 'It was passed to the police.',
  'early-help': 'Help was offered early.',
  setting: 'It was passed to the school or service.',
  'no-further': 'No further action was taken.',
};
