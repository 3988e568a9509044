/**
 * An NHS number as ten digits, or undefined where it cannot be one: it must have ten digits (spaces and hyphens
 * aside) and the right check digit, and not be one digit ten times, which stands for "unknown".
 * The check digit is 11 less the remainder by 11 of the first nine digits times 10 down to 2; 11 is written 0, and a
 * number that would need 10 is never issued. Source: NHS Data Model and Dictionary, attribute NHS NUMBER.
 */
export function nhsNumber(text: string): string | undefined {
  const digits = text.replace(/[\s\-‐‑–]/g, '');
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return undefined;
  let sum = 0;
  for (let at = 0; at < 9; at += 1) sum += Number(digits[at]) * (10 - at);
  const check = 11 - (sum % 11);
  return check !== 10 && check % 11 === Number(digits[9]) ? digits : undefined;
}
