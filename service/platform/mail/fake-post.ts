import type { ReadyLetter } from './letter.ts';
import { bytesOf } from './compose.ts';
import { PostFault, type Post, type PostTrouble } from './post.ts';

/** Post that a test can look into, and that fails as often as the test says. */
export type FakePost = Post & {
  readonly carried: readonly ReadyLetter[];
  readonly bytes: readonly Buffer[];
  /** the next letters meet this trouble, one each */
  failWith(...troubles: readonly PostTrouble[]): void;
};

export function fakePost(): FakePost {
  const carried: ReadyLetter[] = [];
  const bytes: Buffer[] = [];
  const troubles: PostTrouble[] = [];
  return {
    kind: 'fake',
    carried,
    bytes,
    failWith: (...next) => void troubles.push(...next),
    async carry(letter) {
      const trouble = troubles.shift();
      if (trouble) throw new PostFault(trouble);
      bytes.push(await bytesOf(letter));
      carried.push(letter);
    },
    look: async () => ({ ready: true, says: 'nowhere: this is a test' }),
  };
}
