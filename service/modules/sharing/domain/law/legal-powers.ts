import type { Day } from '#platform/kernel/day.ts';

/** What in law lets a body share at all, before data law is asked. The partnership's own lawyers may know more. */
export const legalPowers = [
  'cooperate-for-children',
  'safeguard-children',
  'duty-to-share-2026',
  'help-children-in-need',
  'enquire-into-harm',
  'schools-safeguard',
  'health-cooperate',
  'share-for-care',
  'crime-and-disorder',
  'general-power-of-councils',
  'own-objects',
  'order-of-a-court',
  'request-of-the-police',
] as const;

export type LegalPower = (typeof legalPowers)[number];

/** A power: its plain name, where it stands, and whether to ask a lawyer or data protection officer first. */
export type LegalPowerFacts = { words: string; source: string; check: boolean };

export const legalPowerFacts: Readonly<Record<LegalPower, LegalPowerFacts>> = {
  'cooperate-for-children': {
    words: 'Working together for children’s wellbeing',
    source: 'Children Act 2004, section 10',
    check: false,
  },
  'safeguard-children': {
    words: 'Keeping children safe in all that we do',
    source: 'Children Act 2004, section 11',
    check: false,
  },
  'duty-to-share-2026': {
    words: 'The duty to share what matters for a child’s welfare',
    source: 'Children Act 2004, as the Children’s Wellbeing and Schools Act 2026, section 4, changed it',
    check: true,
  },
  'help-children-in-need': {
    words: 'Help for children in need',
    source: 'Children Act 1989, sections 17 and 27',
    check: false,
  },
  'enquire-into-harm': {
    words: 'Finding out whether a child is being harmed',
    source: 'Children Act 1989, section 47',
    check: false,
  },
  'schools-safeguard': {
    words: 'Schools keeping their pupils safe',
    source: 'Education Act 2002, section 175, and the standards for independent schools',
    check: false,
  },
  'health-cooperate': {
    words: 'Health bodies and councils working together',
    source: 'National Health Service Act 2006, section 82',
    check: false,
  },
  'share-for-care': {
    words: 'Sharing within health and adult care',
    source: 'Health and Social Care Act 2012, section 251B',
    check: true,
  },
  'crime-and-disorder': {
    words: 'Preventing crime and disorder together',
    source: 'Crime and Disorder Act 1998, section 115',
    check: false,
  },
  'general-power-of-councils': {
    words: 'The general power of councils',
    source: 'Localism Act 2011, section 1',
    check: true,
  },
  'own-objects': {
    words: 'What the charity or company was set up to do',
    source: 'Its own governing document',
    check: true,
  },
  'order-of-a-court': {
    words: 'An order of a court',
    source: 'The order itself; Data Protection Act 2018, Schedule 2, paragraph 5',
    check: false,
  },
  'request-of-the-police': {
    words: 'A request of the police or another body that investigates',
    source: 'Data Protection Act 2018, Schedule 2, paragraph 2',
    check: true,
  },
};

/** The powers of demands: only for what is compelled, and never in an agreement. */
export const powersOfDemands: readonly LegalPower[] = ['order-of-a-court', 'request-of-the-police'];

/** The powers that can be named on a day: the duty of 2026 only from the day on which it binds. */
export function powersOn(on: Day, dutyBeginsOn: Day | undefined): LegalPower[] {
  return legalPowers.filter((power) => power !== 'duty-to-share-2026' || dutyBinds(on, dutyBeginsOn));
}

/** Whether the duty to share binds on a day; not where nobody has said when it begins. */
export function dutyBinds(on: Day, beginsOn: Day | undefined): boolean {
  return beginsOn !== undefined && beginsOn <= on;
}
