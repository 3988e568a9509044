const shape =
  /^(GIR0AA|(?:[A-PR-UWYZ][0-9]|[A-PR-UWYZ][0-9][0-9A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y][0-9]|[A-PR-UWYZ][A-HK-Y][0-9][0-9ABEHMNPRVWXY])[0-9][ABD-HJLNP-UW-Z]{2})$/;

/** What stands for "no fixed abode", "not known" and "overseas" in NHS files. */
const pseudo = /^ZZ99/;

/**
 * A postcode in capitals with one space before its last three signs, or undefined where it has not the shape of one.
 * A nought typed for an O (or the other way round) in the last three signs is mended. Pseudo postcodes (ZZ99) are
 * undefined. Source: BS 7666; Office for National Statistics, postcode products: user guide (pseudo postcodes).
 */
export function postcode(text: string): string | undefined {
  const signs = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (signs.length < 5 || signs.length > 7 || pseudo.test(signs)) return undefined;
  const [out, number, unit] = [signs.slice(0, -3), signs.slice(-3, -2), signs.slice(-2)];
  const whole = `${out}${number.replace('O', '0').replace('I', '1')}${unit.replaceAll('0', 'O')}`;
  return shape.test(whole) ? `${whole.slice(0, -3)} ${whole.slice(-3)}` : undefined;
}

/** The outward code: "SY3" of "SY3 7AB". */
export function outcode(text: string): string | undefined {
  return postcode(text)?.split(' ')[0];
}

/** The sector: "SY3 7" of "SY3 7AB". */
export function postcodeSector(text: string): string | undefined {
  return postcode(text)?.slice(0, -2);
}

/** The area: "SY" of "SY3 7AB". */
export function postcodeArea(text: string): string | undefined {
  return postcode(text)?.match(/^[A-Z]+/)?.[0];
}
