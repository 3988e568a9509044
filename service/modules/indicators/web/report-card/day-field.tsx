import { DateInput } from '#packages/govuk-jsx';
import type { Posted } from '#platform/forms/fields.ts';
import { errorOf, kept } from '#platform/forms/read-form.ts';
import { dayFrom, type Day } from '#platform/kernel/day.ts';
import { messageOf, type Showing } from './writing.tsx';

/** A day in three boxes, as people write it on paper. */
export function DayField(props: {
  showing: Showing;
  name: string;
  label: string;
  hint?: string;
  before: Day | undefined;
}) {
  const { showing, name, label, hint } = props;
  const [year = '', month = '', day = ''] = (props.before ?? '').split('-');
  const part = (which: 'day' | 'month' | 'year', before: string) => ({
    name: `${name}-${which}`,
    // the list of errors leads to the first box
    id: which === 'day' ? name : `${name}-${which}`,
    label: which.charAt(0).toUpperCase() + which.slice(1),
    classes: which === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
    value: kept(showing.posted, `${name}-${which}`, before.replace(/^0+/, '')),
    error: errorOf(showing.errors, name) !== undefined,
  });
  return (
    <DateInput
      id={`${name}-in-parts`}
      fieldset={{ legend: { text: label, classes: 'govuk-fieldset__legend--s' }, role: 'group' }}
      hint={hint ? { text: hint } : undefined}
      errorMessage={messageOf(showing, name)}
      items={[part('day', day), part('month', month), part('year', year)]}
    />
  );
}

/** A day from its three boxes; 'empty' where nothing stands in them, 'no-such-day' where they name none. */
export function dayPosted(posted: Posted, name: string): Day | 'empty' | 'no-such-day' {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    (posted[`${name}-${part}`]?.[0] ?? '').trim(),
  );
  if (`${day}${month}${year}` === '') return 'empty';
  const text = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const found = Number(year) >= 1900 ? dayFrom(text) : undefined;
  return found ?? 'no-such-day';
}
