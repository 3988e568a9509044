import { z } from 'zod';

/** What a browser posted: each name with all its values, in order. */
export type Posted = Readonly<Record<string, readonly string[]>>;

/**
 * Line ends as a browser sends them become plain ones, characters are composed (NFC), and what no keyboard types
 * (NUL and other controls, but not tabs or line ends) is dropped, so that what is stored is what was meant.
 */
function typed(value: string): string {
  return value.replaceAll('\r\n', '\n').replaceAll(untypeable, '').normalize('NFC');
}

/** Control characters (Unicode category Cc) other than a tab and a line end. */
const untypeable = /[^\t\n\P{Cc}]/gu;

const first = z
  .array(z.string())
  .default([])
  .transform((values) => typed(values[0] ?? '').trim());

/** A line or a box of text that must be filled in. `what` completes "Enter …". */
export function text(what: string, most = 200) {
  return first.pipe(
    z
      .string()
      .min(1, `Enter ${what}`)
      .max(most, `This must be ${most.toLocaleString('en-GB')} characters or fewer`),
  );
}

/** Text that may be left empty; then it is undefined. */
export function optionalText(most = 200) {
  return first.pipe(
    z
      .string()
      .max(most, `This must be ${most.toLocaleString('en-GB')} characters or fewer`)
      .transform((value) => (value === '' ? undefined : value)),
  );
}

/** One of several. `what` completes "Choose …". */
export function choice<const Options extends readonly [string, ...string[]]>(what: string, options: Options) {
  return first.pipe(z.enum(options, `Choose ${what}`));
}

/** One of several, or none. */
export function optionalChoice<const Options extends readonly [string, ...string[]]>(options: Options) {
  return first.pipe(
    z.union([z.literal('').transform(() => undefined), z.enum(options, 'Choose one of the answers shown')]),
  );
}

/** Any number of ticked answers. */
export function many(most = 200) {
  return z
    .array(z.string().transform((value) => typed(value).trim()))
    .max(most, 'Choose fewer answers')
    .default([]);
}

/** A ticked box. */
export function ticked() {
  return z
    .array(z.string())
    .default([])
    .transform((values) => values.length > 0);
}

/** A whole number of a row's version, carried in the page to notice when somebody else saved first. */
export function version() {
  return first.pipe(
    z
      .string()
      .regex(/^\d{1,9}$/, 'This page is out of date: open it again')
      .transform(Number),
  );
}
