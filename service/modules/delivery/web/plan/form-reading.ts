import { dayPosted } from '#platform/forms/inputs.tsx';
import type { Posted } from '#platform/forms/fields.ts';
import type { FieldError } from '#platform/forms/read-form.ts';
import type { Day } from '#platform/kernel/day.ts';

/** Reads the answers of a form one by one, and remembers what was wrong with each. */
export type FormReading = {
  readonly errors: FieldError[];
  words(name: string, most?: number): string;
  day(name: string, called: string): Day | undefined;
  pounds(name: string): number | undefined;
  seen(): number;
};

const mostPounds = 2_000_000_000;

export function formReading(posted: Posted): FormReading {
  const errors: FieldError[] = [];
  const first = (name: string) => (posted[name]?.[0] ?? '').replaceAll('\r\n', '\n').normalize('NFC').trim();
  return {
    errors,
    words(name, most = 4000) {
      const text = first(name);
      if (text.length > most)
        errors.push({
          field: name,
          message: `This must be ${most.toLocaleString('en-GB')} characters or fewer`,
        });
      return text;
    },
    day(name, called) {
      const found = dayPosted(posted, name);
      if (found === 'no-such-day')
        errors.push({ field: name, message: `${called} must be a day that exists, such as 31 3 2027` });
      return found === 'empty' || found === 'no-such-day' ? undefined : found;
    },
    pounds(name) {
      const text = first(name).replaceAll(/[£,\s]/g, '');
      if (text === '') return undefined;
      const pounds = /^\d{1,12}$/.test(text) ? Number(text) : mostPounds + 1;
      if (pounds > mostPounds)
        errors.push({ field: name, message: 'Write whole pounds, such as 12500, or leave it empty' });
      return pounds;
    },
    seen: () => Number(/^\d{1,9}$/.exec(first('seen'))?.[0] ?? '0'),
  };
}
