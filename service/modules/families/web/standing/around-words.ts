import type { WordsFor } from '#platform/kernel/outcome.ts';
import type { AddPersonAroundRefusal } from '../../actions/record/add-person-around.ts';
import type { BeginStandingRefusal, GivenKind } from '../../actions/standing/begin-standing.ts';
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

export const beginWords: WordsFor<BeginStandingRefusal> = {
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
};

export const beginFields: Readonly<Record<BeginStandingRefusal['reason'], string>> = {
  'not-allowed': '',
  'record-missing': '',
  'person-missing': 'personId',
  'because-missing': 'because',
  'until-passed': 'because',
  'role-wrong': 'kind',
  'body-unknown': 'personId',
  'agreement-missing': 'personId',
  'stands-already': 'personId',
};

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
