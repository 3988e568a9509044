/**
 * Who may do what to a framework, written from the trust rules and not from the code: only a manager changes a strategy, only
 * of their own partnership, and nobody changes the library. What may not be done looks as though it were not there.
 */
export const whoMayEdit = ['manager'] as const;

/** What an act answers to somebody who may edit, by whose the framework is. */
export type Answers = { own: 'done'; library: 'framework-missing'; other: 'framework-missing' };

const onAFramework: Answers = { own: 'done', library: 'framework-missing', other: 'framework-missing' };

/** Acts on a framework that is there already. */
export const actsOnAFramework = {
  addElement: onAFramework,
  changeElement: onAFramework,
  moveElement: onAFramework,
  removeElement: onAFramework,
  tieMeasure: onAFramework,
  tieMeasures: onAFramework,
  untieMeasure: onAFramework,
  tieSubject: onAFramework,
  untieSubject: onAFramework,
  sayUnanswered: onAFramework,
  addTier: onAFramework,
  changeTier: onAFramework,
  moveTier: onAFramework,
  removeTier: onAFramework,
  keepPassage: onAFramework,
  removePassage: onAFramework,
  keepOwner: onAFramework,
  removeOwner: onAFramework,
  keepOrganisation: onAFramework,
  removeOrganisation: onAFramework,
  changeFramework: onAFramework,
  publishFramework: onAFramework,
  nameVersion: onAFramework,
  closeFramework: onAFramework,
  deleteDraft: onAFramework,
} as const;

/** Acts that begin something. */
export const actsThatBegin = ['createFramework', 'holdFile', 'holdPastedText'] as const;

/** Acts on something that one person is bringing in: nobody else's is there for them. */
export const actsOnABringIn = ['markLines', 'draftFromLines', 'addTierToMark', 'bringInFramework'] as const;
