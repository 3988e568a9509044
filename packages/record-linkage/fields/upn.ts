/** The letters of check letters: no I, O or S, which look like digits. */
const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/**
 * A permanent unique pupil number in capitals, or undefined: a check letter and twelve digits. A temporary number
 * (it ends in a letter) is undefined too, for a child is given a new one at each school, so it says nothing later.
 * Source: Department for Education, Unique pupil numbers: guide for schools and local authorities.
 */
export function permanentUpn(text: string): string | undefined {
  const upn = anyUpn(text);
  return upn !== undefined && /\d$/.test(upn) ? upn : undefined;
}

/**
 * A unique pupil number, permanent or temporary, in capitals, or undefined. The check letter is the letter (of 23,
 * without I, O and S, counted from 0) whose number remains when the second to the thirteenth sign, each times its
 * place, are added and divided by 23; a temporary number's last letter counts as its own number.
 * Source: as for `permanentUpn`.
 */
export function anyUpn(text: string): string | undefined {
  const upn = text.replace(/[\s-]/g, '').toUpperCase();
  if (!/^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/.test(upn)) return undefined;
  let sum = 0;
  for (let at = 1; at < 13; at += 1) {
    const sign = upn[at] ?? '';
    sum += (/\d/.test(sign) ? Number(sign) : letters.indexOf(sign)) * (at + 1);
  }
  return upn.startsWith(letters[sum % 23] ?? '-') ? upn : undefined;
}
