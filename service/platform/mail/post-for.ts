import { resolve } from 'node:path';
import type { Config } from '../config/config.ts';
import { filePost } from './file-post.ts';
import { noPost, type Post } from './post.ts';
import type { PostBox } from './post-page.tsx';
import { smtpPost } from './smtp-post.ts';

/** How post leaves with these settings: a mail server where one is named, a folder in a demonstration, else not at all. */
export function postFor(config: Config): Post {
  if (config.smtp) return smtpPost(config.smtp);
  return config.demonstration ? filePost(postFolder(config)) : noPost();
}

/** Where a demonstration shows its post from; undefined where post leaves in earnest. */
export function postBoxFor(config: Config): PostBox | undefined {
  return config.demonstration && !config.smtp
    ? { folder: postFolder(config), origin: originOf(config) }
    : undefined;
}

/** How this service is called in the links of its letters. */
export function originOf({ origin, port }: Config): string {
  return origin?.replace(/\/+$/, '') ?? `http://localhost:${port}`;
}

function postFolder({ directory }: Config): string {
  return resolve(directory, 'post');
}
