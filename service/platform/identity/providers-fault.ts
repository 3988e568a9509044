/** The file that names single sign-on has problems: nothing may start, because people would not come in. */
export class ProvidersFault extends Error {
  override readonly name = 'ProvidersFault';
  readonly code = 'sign-in-file';

  constructor(problems: readonly string[]) {
    super(`GOLDENTHREAD_SIGN_IN cannot be used:\n${problems.join('\n')}`);
  }
}
