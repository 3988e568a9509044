import type { PageState } from '../page-state.ts';
import type { Prepared } from '../prepared-states.ts';
import type { Reader } from '../reader.ts';

/** Children's records, as each reads them who may; files of them, and emergencies. */
export function ofFamilies({ families: made }: Prepared): readonly PageState[] {
  const { child, entry } = made;
  return [
    ...lists(),
    ...records(made),
    ...asTheFamily(made),
    ...withWrong('practitioner', {
      name: 'entry-new',
      path: `${child}/entries/new?kind=worry`,
      button: 'Save',
    }),
    ...withWrong('practitioner', { name: 'entry', path: entry, button: 'Save', answers: { body: '' } }),
    {
      name: 'entry-conflict',
      reader: 'practitioner',
      path: entry,
      sends: { button: 'Save', answers: { body: 'Words that came second', seen: '0' } },
    },
    { name: 'entry-readers', reader: 'practitioner', path: `${entry}/readers` },
    ...withWrong('young-person', {
      name: 'contest',
      path: `${child}/contest?entry=${entry.split('/').at(-1) ?? ''}`,
      button: 'Put it beside',
    }),
    ...withWrong('practitioner', { name: 'contest-answer', path: made.contest, button: 'Answer' }),
    ...withWrong('practitioner', {
      name: 'addresses',
      path: `${child}/addresses`,
      button: 'Save',
      answers: { words: '' },
    }),
    { name: 'addresses-safe', reader: 'practitioner', path: `${made.protectedChild}/addresses` },
    ...withWrong('practitioner', {
      name: 'people-around',
      path: `${child}/people-around`,
      button: 'Ask them in',
    }),
    ...ofFiles(made),
  ];
}

/** A record, as those read it who help. */
function records({ child, ...made }: Prepared['families']): readonly PageState[] {
  return [
    { name: 'child', reader: 'practitioner', path: child, chosen: 'every-run' },
    { name: 'child-protected', reader: 'practitioner', path: made.protectedChild },
    { name: 'child-closed', reader: 'practitioner', path: made.closedChild },
    { name: 'child-long-names', reader: 'practitioner', path: made.longNames },
    { name: 'child-supervisor', reader: 'supervisor', path: child },
    { name: 'child-setting-lead', reader: 'setting-lead', path: child },
    { name: 'child-not-theirs', reader: 'front-door', path: child, status: 404 },
  ];
}

/** What a young person and a parent read, and who looked. */
function asTheFamily(made: Prepared['families']): readonly PageState[] {
  const { child } = made;
  return [
    { name: 'my-record', reader: 'young-person', path: '/my-record', chosen: 'every-run' },
    { name: 'my-record-parent', reader: 'parent', path: '/my-record' },
    { name: 'child-young-person', reader: 'young-person', path: child },
    { name: 'child-parent', reader: 'parent', path: made.protectedChild },
    { name: 'who-looked', reader: 'practitioner', path: `${child}/who-looked` },
    { name: 'who-looked-young-person', reader: 'young-person', path: `${child}/who-looked` },
  ];
}

function lists(): readonly PageState[] {
  return [
    { name: 'children', reader: 'practitioner', path: '/children' },
    { name: 'children-supervisor', reader: 'supervisor', path: '/children' },
    { name: 'children-none', reader: 'governance-lead', path: '/children' },
    {
      name: 'children-ask-wrong',
      reader: 'practitioner',
      path: '/children',
      sends: { button: 'Ask', answers: { familyName: '' } },
    },
    ...withWrong('practitioner', { name: 'child-open', path: '/children/new', button: 'Open it' }),
    { name: 'glass-none', reader: 'supervisor', path: '/glass' },
    { name: 'glass', reader: 'governance-lead', path: '/glass' },
    { name: 'glass-lead', reader: 'practitioner', path: '/glass' },
  ];
}

/** Files of records: asked for, decided on, taken; and a record opened in an emergency. */
function ofFiles({ exportToTake, child, longNames }: Prepared['families']): readonly PageState[] {
  return [
    { name: 'people-around-long-names', reader: 'practitioner', path: `${longNames}/people-around` },
    { name: 'people-around-supervisor', reader: 'supervisor', path: `${child}/people-around` },
    ...withWrong('supervisor', { name: 'files', path: '/children/exports', button: 'Ask for the file' }),
    { name: 'files-none', reader: 'setting-lead', path: '/children/exports' },
    ...withWrong('governance-lead', { name: 'files-desk', path: '/children/exports/desk', button: 'Say so' }),
    { name: 'file-take', reader: 'supervisor', path: exportToTake },
    ...withWrong('front-door', { name: 'open-glass', path: `${child}/glass`, button: 'Open the record' }),
  ];
}

type WithForm = { name: string; path: string; button: string; answers?: Readonly<Record<string, string>> };

/** A page with a form, and the same when what was sent has to be put right. */
function withWrong(reader: Reader, { name, path, button, answers = {} }: WithForm): readonly PageState[] {
  return [
    { name, reader, path },
    { name: `${name}-wrong`, reader, path, sends: { button, answers } },
  ];
}
