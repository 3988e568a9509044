import type { FieldError } from '#platform/forms/read-form.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import type { AddPersonAroundRefusal } from '../../actions/record/add-person-around.ts';
import type { BeginStandingRefusal, GivenKind } from '../../actions/standing/begin-standing.ts';
import type { LineGap } from '../../actions/standing/write-line.ts';
import type { EndStandingRefusal } from '../../actions/standing/end-standing.ts';

/** What each way of standing opens, for whoever chooses it. */
export const kindChoices: Readonly<Record<GivenKind, { text: string; hint: string }>> = {
  'team-around': { text: 'Helps, in the team around the family', hint: 'Reads the record and adds to it.' },
  'lead-worker': { text: 'Leads from now on', hint: 'Takes over from whoever leads today, who goes.' },
  supervisor: { text: 'Supervises the lead worker', hint: 'Reads, and changes nothing.' },
  'setting-lead': {
    text: 'Safeguarding lead of the school or service',
    hint: 'Reads and adds, but no health and no safe address.',
  },
  named: { text: 'Named on the list', hint: 'Reads, also where the record is closed.' },
  'the-child': {
    text: 'It is about them',
    hint: 'The child or young person, once you know that it is they.',
  },
  parent: {
    text: 'Parent or carer',
    hint: 'Once you know who they are and that they may. They read only what you answer for them.',
  },
};

const beginWords: WordsFor<BeginStandingRefusal> = {
  'not-allowed': () => '',
  'record-missing': () => '',
  'person-missing': () => 'Choose who comes in',
  'because-missing': () => 'Say why they are needed',
  'until-passed': () => 'Choose an end that lies ahead',
  'role-wrong': ({ name }) => `${name} does not have the role for that`,
  'body-unknown': ({ name }) => `Nobody knows for which body ${name} comes: ask your administrator`,
  'agreement-missing': ({ name }) =>
    `${name} comes from another body, and there is no agreement in date between the two. Ask your governance lead`,
  'stands-already': ({ name }) => `${name} stands so already`,
  'line-incomplete': ({ missing: [first] }) => (first ? lineWords[first] : undefined) ?? agreementUnsaid,
  'beyond-agreement': ({ name, items }) =>
    `${name} would read more than the agreement between the two bodies covers: ${items.map((item) => item.toLowerCase()).join('; ')}. Choose another way of standing, or ask your governance lead for an agreement that covers it`,
  'line-refused': ({ why }) =>
    refusedWords[why] ?? 'The sharing ledger does not take this share. Ask your governance lead',
};

const agreementUnsaid =
  'The agreement between the two bodies leaves something unsaid that the sharing ledger needs. Ask your governance lead';

/** What the person who lets somebody in does about each gap; what the agreement leaves out is not theirs to fill. */
const lineWords: Readonly<Partial<Record<LineGap, string>>> = {
  told: 'Choose whether the family knows that they come in',
  'told-words': 'Enter why the family is not told',
  'help-agreed': 'Choose whether the family agreed to be helped',
  'plain-words': 'Enter how you would say it to the family, in plain words',
  'review-on': 'Enter the day on which somebody looks again',
  relevance: 'Enter why it matters for the child’s safety or welfare',
  'whose-function': 'Enter whose work it helps',
  'how-far': 'Enter how far it goes, and no further',
  detriment: 'Choose whether sharing would be worse for the child than not sharing',
  consent: 'Enter who gave their consent to this sharing, and when',
};

const refusedWords: Readonly<Record<string, string>> = {
  'not-your-body':
    'Only somebody of the organisation that answers for this record can let another organisation in',
  'more-detrimental':
    'You say that sharing would be worse for the child. Then nobody is let in; write down in the sharing ledger that it was decided not to share',
  'review-before-decision': 'The day on which somebody looks again comes after today',
  'not-compatible':
    'Nobody has decided yet that what was gathered to help may be used for this. Ask your governance lead',
  'basis-not-open':
    'The ground that the agreement names is not open to this organisation. Ask your governance lead',
};

const beginFields: Readonly<Record<BeginStandingRefusal['reason'], string>> = {
  'not-allowed': '',
  'record-missing': '',
  'person-missing': 'personId',
  'because-missing': 'because',
  'until-passed': 'because',
  'role-wrong': 'kind',
  'body-unknown': 'personId',
  'agreement-missing': 'personId',
  'stands-already': 'personId',
  'line-incomplete': 'told',
  'beyond-agreement': 'kind',
  'line-refused': 'personId',
};

/** What is wrong with how somebody is asked in, each gap with its field; none where the page looks as though it were not there. */
export function beginErrors(refusal: BeginStandingRefusal): readonly FieldError[] {
  if (refusal.reason === 'line-incomplete')
    return inFormOrder(refusal.missing).map((gap) => ({
      field: lineWords[gap] === undefined ? 'personId' : gap === 'consent' ? 'consent-by' : gap,
      message: lineWords[gap] ?? agreementUnsaid,
    }));
  const message = wordsOf(beginWords, refusal);
  if (message === '') return [];
  const fields: Readonly<Record<string, string>> = {
    'more-detrimental': 'detriment',
    'review-before-decision': 'review-on',
  };
  const own = refusal.reason === 'line-refused' ? fields[refusal.why] : undefined;
  return [{ field: own ?? beginFields[refusal.reason], message }];
}

/** The gaps as the form asks for them, from top to bottom. */
function inFormOrder(missing: readonly LineGap[]): LineGap[] {
  const order = Object.keys(lineWords);
  return missing.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
}

export const endWords: WordsFor<EndStandingRefusal> = {
  'not-allowed': () => '',
  'record-missing': () => '',
  'standing-missing': () => 'That has ended already',
  'nobody-would-lead': () => 'Somebody always leads: say first who leads from now on',
};

export const addPersonWords: WordsFor<AddPersonAroundRefusal> = {
  'not-allowed': () => '',
  'record-missing': () => '',
  'name-missing': () => 'Enter their name',
  'tie-missing': () => 'Say what they are to the child',
};
