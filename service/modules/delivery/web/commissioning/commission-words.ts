import type { FieldError } from '#platform/forms/read-form.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import type { StepForwardRefusal } from '../../actions/commissioning/step-forward.ts';
import type {
  BeginCommissionRefusal,
  ChangeCommissionRefusal,
} from '../../actions/commissioning/write-commission.ts';
import type { WriteOptionRefusal } from '../../actions/commissioning/write-option.ts';
import type { Commission, CommissionStep, Verdict } from '../../domain/commissioning/commission.ts';

export const stepWords: { readonly [Step in CommissionStep]: string } = {
  need: 'Need',
  options: 'Options',
  decision: 'Decision',
  service: 'Service',
  outcome: 'Outcome',
  ended: 'Ended',
};

/** What the button says that leads to a step. */
const stepButtons: { readonly [Step in Exclude<CommissionStep, 'need'>]: string } = {
  options: 'The options are ready to be weighed',
  decision: 'Write down what was decided',
  service: 'Write down the service',
  outcome: 'Write down what came of it',
  ended: 'Bring it to an end',
};

/** After an outcome the service goes on, as it is or changed, and is looked at again. */
export function sayNext({ step }: Pick<Commission, 'step'>, next: keyof typeof stepButtons): string {
  return step === 'outcome' && next === 'service' ? 'Say how the service goes on' : stepButtons[next];
}

export const verdictWords: { readonly [One in Verdict]: string } = {
  'go-on': 'Go on with it',
  change: 'Change it',
  stop: 'Stop it',
};

type Missing = { reason: 'not-allowed' | 'commission-missing' | 'option-missing' };
type Problem = Exclude<
  BeginCommissionRefusal | ChangeCommissionRefusal | WriteOptionRefusal | StepForwardRefusal,
  Missing
>;

const meanwhile =
  'Somebody saved this while you were writing. Nothing is lost: read both, then save what should stand';

const words: WordsFor<Problem> = {
  'title-missing': () => 'Enter what is to be bought or changed together',
  'title-taken': () =>
    'Something of this name is bought together already. Give it a name that tells them apart',
  'need-missing': () => 'Enter what children and families need',
  'need-source-missing': () => 'Enter where the need is known from',
  'element-missing': () => 'Choose the part of the strategy that it serves',
  'partners-missing': () => 'Choose at least two organisations: it is bought together',
  'changed-meanwhile': () => meanwhile,
  'option-title-missing': () => 'Enter what this option is',
  'benefit-not-a-range': () =>
    'Enter the least and the most that it may bring, the least first, or leave both empty. One number alone claims too much',
  'benefit-source-missing': () => 'Enter where these pounds come from',
  'benefit-assumptions-missing': () => 'Enter on what these pounds rest',
  'decided-already': () => 'It is decided: the options stay as they were when somebody chose between them',
  'not-the-next-step': () => 'Somebody has taken it on meanwhile. Open its page again to see where it stands',
  'options-too-few': ({ have }) =>
    `${have === 0 ? 'No option is' : 'Only one option is'} written down. A choice has at least two, and one may be to go on as now`,
  'option-not-chosen': () => 'Choose the option that was decided on',
  'no-such-decision': () => 'Enter the number of a decision that you can read, such as D12',
  'service-missing': () => 'Enter what the service is called, who provides it, and from which day',
  'service-ends-before-it-begins': () => 'The service must not end before it begins',
  'outcome-missing': () => 'Enter what was before and what is now',
  'verdict-missing': () => 'Choose whether to go on, to change it or to stop',
  'verdict-reason-missing': () => 'Enter why',
  'ending-words-missing': () => 'Enter what happens to the children and families who rely on it',
};

const fields: { readonly [Reason in Problem['reason']]: string } = {
  'title-missing': 'title',
  'title-taken': 'title',
  'need-missing': 'need',
  'need-source-missing': 'needSource',
  'element-missing': 'element',
  'partners-missing': 'partners',
  'changed-meanwhile': 'title',
  'option-title-missing': 'title',
  'benefit-not-a-range': 'low',
  'benefit-source-missing': 'benefitSource',
  'benefit-assumptions-missing': 'benefitAssumptions',
  'decided-already': 'title',
  'not-the-next-step': 'words',
  'options-too-few': 'words',
  'option-not-chosen': 'option',
  'no-such-decision': 'decision',
  'service-missing': 'name',
  'service-ends-before-it-begins': 'until',
  'outcome-missing': 'outcome',
  'verdict-missing': 'verdict',
  'verdict-reason-missing': 'reason',
  'ending-words-missing': 'words',
};

/** What is wrong, at its field; undefined where the page looks as though nothing were there. */
export function commissionErrors(refusal: Problem | Missing): FieldError[] | undefined {
  switch (refusal.reason) {
    case 'not-allowed':
    case 'commission-missing':
    case 'option-missing':
      return undefined;
    default:
      return [{ field: fields[refusal.reason], message: wordsOf(words, refusal) }];
  }
}
