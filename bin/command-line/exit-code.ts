/** What a command's exit code says; --help and the guide are made of these words. */
export const exitWords = {
  0: 'done',
  1: 'refused, or something was found that wants mending',
  2: 'used wrongly: an unknown command, option or setting',
  3: 'a fault: something broke that should not have',
} as const;

export type ExitCode = keyof typeof exitWords;
