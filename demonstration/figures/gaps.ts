import { addGroup, addHypothesis, changeHypothesis, hypothesesOf } from '#modules/indicators/index.ts';
import type { Act } from '#modules/indicators/index.ts';
import { county } from '../county.ts';

const gap = { measure: 'lait:FSP_NEW_GOODDEV', group: 'free-school-meals', areaCode: county.code };

const guesses = [
  {
    words: 'Fewer children with free school meals take up the funded place at two.',
    state: 'supported',
    evidence:
      'The nursery census of January: 58 of 100 of them took it up, 81 of 100 others could have and did (invented).',
  },
  {
    words: 'They start school later in the year, and have had less time in reception when they are assessed.',
    state: 'refuted',
    evidence: 'Birth months are spread alike in both groups (invented).',
  },
  {
    words: 'Speech and language are checked at two in fewer families who move often.',
    state: 'open',
    evidence: '',
  },
] as const;

const atTheDoor = { measure: 'ladder:contact-to-care', group: 'mixed', areaCode: county.code };

const guessesOfDecisions = [
  {
    words: 'Two schools refer far more often than the others, and many children of mixed heritage go there.',
    state: 'supported',
    evidence:
      'Referrals by school, 2025: the two sent 41 of every 100 referrals of children of mixed heritage, and 12 of all (invented).',
  },
  {
    words: 'Families of mixed heritage have less help near them before a worry becomes a referral.',
    state: 'open',
    evidence: '',
  },
] as const;

/** Why the invented gap at five might be there, and a group that the county tells apart itself; once, however often asked. */
export async function loadGapCauses(act: Act): Promise<void> {
  await act('write', async (ctx) => {
    if ((await hypothesesOf(ctx, gap)).length > 0) return;
    const all = [
      ...guesses.map((guess) => ({ ...guess, gap })),
      ...guessesOfDecisions.map((guess) => ({ ...guess, gap: atTheDoor })),
    ];
    for (const { gap: about, words, state, evidence } of all) {
      const added = await addHypothesis(ctx, { gap: about, words });
      if (!added.done) throw new Error(`an invented guess was refused: ${added.refusal.reason}`);
      if (state === 'open') continue;
      const told = { id: added.value, version: 1, words: { words, state, evidence } };
      const changed = await changeHypothesis(ctx, told);
      if (!changed.done) throw new Error(`what came of a guess was refused: ${changed.refusal.reason}`);
    }
    await addGroup(ctx, {
      dimension: 'Caring for somebody',
      name: 'young carers',
      others: 'children who care for nobody',
      column: 'caring',
      item: 'Young carer',
      othersItem: 'Not a carer',
    });
  });
}
