import { Button } from '#packages/govuk-jsx';
import { CsrfField } from '#platform/page/frame.tsx';
import type { ChildRecord } from '../../queries/record/child-record.ts';
import { familyPlaces } from '../places.ts';

/** While somebody reads in an emergency: until when, who knows, and the way to end it. */
export function GlassNotice({ record, csrf }: { record: ChildRecord; csrf: string }) {
  const { standing, relationship, childId } = record.reach;
  if (relationship !== 'glass' || standing.until === undefined) return null;
  return (
    <div class="glass-open">
      <p>
        <strong>You opened this in an emergency.</strong> It closes at {sayTime(standing.until)}. You can read
        it and change nothing. The lead worker and the governance lead were told, and somebody else will look
        at why.
      </p>
      <form method="post" action={familyPlaces.endGlass(childId)}>
        <CsrfField csrf={csrf} />
        <Button text="Close it now" classes="govuk-button--secondary" preventDoubleClick />
      </form>
    </div>
  );
}

/** "16:05", in England. */
export function sayTime(instant: Date): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    minute: '2-digit',
  }).format(instant);
}
