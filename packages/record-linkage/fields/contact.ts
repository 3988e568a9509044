/** An e-mail address in small letters, or undefined where it has no name, no @, or no domain with a dot. */
export function email(text: string): string | undefined {
  const address = text.trim().toLowerCase();
  return /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]{2,}$/.test(address) ? address : undefined;
}

/** What stands before the @ of an e-mail address. */
export function emailUser(text: string): string | undefined {
  return email(text)?.split('@')[0];
}

/**
 * A telephone number of the United Kingdom as ten digits after its leading nought, or of another country as + and
 * digits; undefined where there are too few or too many, or all are alike. "+44 (0)1743 496 000", "0044 1743 496000"
 * and "01743 496000" are one. Source: Ofcom, the national telephone numbering plan.
 */
export function phone(text: string): string | undefined {
  const signs = text.replace(/\(0\)/g, '').replace(/(ext|x)\.?\s*\d+\s*$/i, '');
  const digits = signs.replace(/[^\d]/g, '');
  const abroad = /^\s*(\+|00)/.test(signs);
  if (/^(\d)\1*$/.test(digits)) return undefined;
  const national = abroad ? digits.replace(/^00/, '') : digits;
  if (abroad && !national.startsWith('44')) return /^\d{8,15}$/.test(national) ? `+${national}` : undefined;
  const rest = abroad ? national.slice(2).replace(/^0/, '') : national.replace(/^(44(?=\d{10}$)|0)/, '');
  return /^[1-9]\d{8,9}$/.test(rest) ? `0${rest}` : undefined;
}
