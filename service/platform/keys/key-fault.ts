type KeyFaultCode = 'keys-missing' | 'keys-differ' | 'keys-open' | 'keys-unreadable';

const words: { readonly [Code in KeyFaultCode]: (place: string) => string } = {
  'keys-missing': (place) =>
    `This database was used with keys that are not in ${place}. Bring that folder back from where it is kept safe, or name the right one in GOLDENTHREAD_KEYS. Nothing was changed.`,
  'keys-differ': (place) =>
    `The keys in ${place} are not those that this database was used with. Bring the right folder back, or name it in GOLDENTHREAD_KEYS; processes on one database must share one folder. Nothing was changed.`,
  'keys-open': (place) =>
    `Others on this machine can read the key in ${place}. Take that right from them (chmod 600), and start again.`,
  'keys-unreadable': (place) =>
    `A key in ${place} cannot be read: the file is not what this program wrote. Bring it back from where it is kept safe.`,
};

/** The keys are not there, or not the right ones: nothing may start. */
export class KeyFault extends Error {
  override readonly name = 'KeyFault';
  readonly code: KeyFaultCode;

  constructor(code: KeyFaultCode, place: string) {
    super(words[code](place));
    this.code = code;
  }
}
