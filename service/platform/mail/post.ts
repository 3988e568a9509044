import type { ReadyLetter } from './letter.ts';

/** Whatever carries letters out of the house: a mail server, a folder, or a fake in a test. All keep one contract. */
export type Post = {
  readonly kind: 'smtp' | 'file' | 'fake' | 'none';
  /**
   * Carries one letter; when this resolves somebody else answers for it.
   * @throws PostFault where it was not taken
   */
  carry(letter: ReadyLetter): Promise<void>;
  /** whether letters could leave now, in words that hold no password */
  look(): Promise<{ ready: boolean; says: string }>;
};

/** Why a letter was not taken: a code of ours, and no word of what the other side said, which may hold an address. */
export type PostTrouble =
  /** no way for post is set up */
  | 'not-set-up'
  /** the other side does not answer, or not in time */
  | 'unreachable'
  /** the other side does not let us in, or does not speak in private */
  | 'not-let-in'
  /** there is no such address, or it takes nothing from us */
  | 'address-refused'
  /** not now */
  | 'put-off';

export class PostFault extends Error {
  override readonly name = 'PostFault';
  readonly code: PostTrouble;

  constructor(code: PostTrouble) {
    super(code);
    this.code = code;
  }

  /** whether trying again could help */
  get isForGood(): boolean {
    return this.code === 'address-refused' || this.code === 'not-set-up';
  }
}

/** Where nobody said how post leaves. */
export function noPost(): Post {
  return {
    kind: 'none',
    carry: () => Promise.reject(new PostFault('not-set-up')),
    look: async () => ({ ready: false, says: 'no mail server is named, so no letter can leave' }),
  };
}
