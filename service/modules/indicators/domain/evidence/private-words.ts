/** What in somebody's words could tell who they are. */
export type PrivateKind = 'e-mail' | 'telephone' | 'birthday' | 'postcode' | 'number-of-a-person' | 'name';

export type PrivateFound = { readonly kind: PrivateKind; readonly text: string };

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

const patterns: readonly { kind: PrivateKind; pattern: RegExp }[] = [
  { kind: 'e-mail', pattern: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/u },
  {
    kind: 'number-of-a-person',
    pattern: /\b(?:NHS|UPN|ULN)\b(?:\s+number)?[^\p{L}\p{N}]{0,4}[A-Z]?\d[\d ]{6,14}/iu,
  },
  { kind: 'telephone', pattern: /(?:\+44|\b0)[\s()-]*\d(?:[\s()-]*\d){8,9}\b/ },
  { kind: 'birthday', pattern: /\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}\b/ },
  { kind: 'birthday', pattern: /\b(?:19|20)\d{2}-\d{2}-\d{2}\b/ },
  {
    kind: 'birthday',
    pattern: new RegExp(
      `\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?:${months})\\.?,?\\s+(?:19|20)\\d{2}\\b`,
      'i',
    ),
  },
  { kind: 'postcode', pattern: /\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b/i },
  {
    kind: 'name',
    pattern: /\b(?:my name is|my name’s|my name's|i am called|i’m called|i'm called)\s+\p{Lu}\p{L}+/iu,
  },
];

/**
 * What could tell who somebody is: e-mail addresses, telephone numbers, days of birth, postcodes, numbers of a person,
 * and a name that is said to be one. It cannot know every name: whoever writes reads the words again.
 */
export function privateWords(text: string): PrivateFound | undefined {
  for (const { kind, pattern } of patterns) {
    const found = pattern.exec(text);
    if (found) return { kind, text: found[0] };
  }
  return undefined;
}
