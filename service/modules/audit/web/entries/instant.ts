/** An instant as people in England say it: "23 Nov 2026, 09:30:12". */
export function sayInstant(at: Date): string {
  return shape.format(at);
}

const shape = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
