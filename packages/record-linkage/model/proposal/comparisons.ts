import type { Comparison, Condition, Expression, Level } from '../model.ts';
import type { Kind } from './recognise.ts';

/** The question that is asked of a column of this kind; m and u are left to be learnt. */
export function comparisonFor(kind: Kind, column: string): Comparison {
  const question = questions[kind](column);
  return {
    name: column,
    ...question,
    levels: [...question.levels, { label: 'different', when: { is: 'else' } }],
  };
}

type Question = Pick<Comparison, 'nullWhen' | 'levels'>;

const questions: Readonly<Record<Kind, (column: string) => Question>> = {
  'nhs-number': (column) => sameOrNot({ column, cleanedBy: 'nhs-number' }),
  upn: (column) => sameOrNot({ column, cleanedBy: 'upn' }),
  forename: (column) => name(column, 'forename'),
  surname: (column) => name(column, 'surname'),
  'full-name': fullName,
  birth,
  sex: (column) => sameOrNot({ column, cleanedBy: 'sex' }),
  postcode,
  'other-postcode': (column) => nearly({ column, cleanedBy: 'small-letters' }, 'one sign apart'),
  email,
  phone: (column) => sameOrNot({ column, cleanedBy: 'phone' }),
  address: (column) => rareOrAlike({ column, cleanedBy: 'name' }, 0.88),
  town: (column) => rareOrAlike({ column, cleanedBy: 'name' }, 0.88),
  identifier: (column) => nearly({ column, cleanedBy: 'small-letters' }, 'one sign apart'),
};

function equal(of: Expression, label = 'the same'): Level {
  return { label, when: { is: 'equal', left: of, right: of } };
}

function rare(of: Expression, label = 'the same'): Level {
  return { ...equal(of, label), termFrequency: { column: of, weight: 1, minimum: 0 } };
}

function alike(of: Expression, atLeast: number, label: string): Level {
  return { label, when: { is: 'similar', by: 'jaro-winkler', left: of, right: of, atLeast } };
}

function agree(of: Expression, by: string): Condition {
  return { is: 'agree', by, left: of, right: of };
}

function sameOrNot(of: Expression): Question {
  return { nullWhen: { is: 'missing', of }, levels: [equal(of)] };
}

function nearly(of: Expression, label: string): Question {
  const near: Condition = { is: 'edits', by: 'damerau-levenshtein', left: of, right: of, atMost: 1 };
  return { nullWhen: { is: 'missing', of }, levels: [equal(of), { label, when: near }] };
}

function rareOrAlike(of: Expression, atLeast: number): Question {
  return { nullWhen: { is: 'missing', of }, levels: [rare(of), alike(of, atLeast, 'alike')] };
}

function name(column: string, which: 'forename' | 'surname'): Question {
  const of = { column, cleanedBy: 'name' };
  const known: Level =
    which === 'forename'
      ? {
          label: 'a nickname, a part or an initial of the other',
          when: {
            is: 'any',
            of: ['nicknames', 'shared-forename-part', 'initial-of'].map((by) => agree(of, by)),
          },
        }
      : { label: 'a part of a double name in common', when: agree(of, 'shared-surname-part') };
  return {
    nullWhen: { is: 'missing', of },
    levels: [rare(of), alike(of, 0.92, 'hardly different'), known, alike(of, 0.8, 'alike')],
  };
}

function fullName(column: string): Question {
  const of = { column, cleanedBy: 'name' };
  const sorted = { column, cleanedBy: 'sorted-name' };
  return {
    nullWhen: { is: 'missing', of },
    levels: [
      rare(of),
      equal(sorted, 'the same parts in another order'),
      alike(of, 0.92, 'hardly different'),
      alike(of, 0.8, 'alike'),
    ],
  };
}

/** Seconds in a twelfth of a year of 365.25 days. */
const aMonth = 2_629_800;

function birth(column: string): Question {
  const of = { column, cleanedBy: 'day' };
  const slip: Condition = {
    is: 'any',
    of: [
      agree(of, 'day-and-month-swapped'),
      { is: 'edits', by: 'damerau-levenshtein', left: of, right: of, atMost: 1 },
    ],
  };
  return {
    nullWhen: { is: 'missing', of },
    levels: [
      equal(of, 'the same day'),
      { label: 'one slip of the pen, or day and month swapped', when: slip },
      { label: 'one of them a first of the month or of January', when: agree(of, 'day-by-default') },
      { label: 'within a month', when: { is: 'days-apart', left: of, right: of, atMost: aMonth } },
      { label: 'within a year', when: { is: 'days-apart', left: of, right: of, atMost: 12 * aMonth } },
    ],
  };
}

function postcode(column: string): Question {
  const part = (cleanedBy: string) => ({ column, cleanedBy });
  return {
    nullWhen: { is: 'missing', of: part('postcode') },
    levels: [
      equal(part('postcode'), 'the same postcode'),
      equal(part('postcode-sector'), 'the same sector'),
      equal(part('outcode'), 'the same district'),
      equal(part('postcode-area'), 'the same area'),
    ],
  };
}

function email(column: string): Question {
  const of = { column, cleanedBy: 'email' };
  return {
    nullWhen: { is: 'missing', of },
    levels: [
      rare(of),
      equal({ column, cleanedBy: 'email-user' }, 'the same before the @'),
      alike(of, 0.88, 'alike'),
    ],
  };
}
