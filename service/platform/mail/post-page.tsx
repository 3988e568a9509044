import { page, type PageContent, type Route } from '../http/route.ts';
import { postedFiles } from './file-post.ts';
import { readLetter, type LetterRead } from './read-letter.ts';

/** Where the outgoing post of a demonstration lies, and how this service is called in its links. */
export type PostBox = { folder: string; origin: string };

const mostShown = 40;

/** The outgoing post of a demonstration, so that whoever tries it can open what others would get. */
export function postRoutes(box: PostBox | undefined): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/post',
      policy: 'at-work',
      answer: async () => {
        const files = box ? await postedFiles(box.folder, mostShown) : [];
        return page(postPage(files.map(readLetter), box?.origin ?? ''));
      },
    },
  ];
}

function postPage(letters: readonly LetterRead[], origin: string): PageContent {
  return {
    title: 'Post that went out',
    body: (
      <>
        <h1>Post that went out</h1>
        <p class="lead">
          This is a demonstration, so no letter leaves it. Here they are, newest first: open their links as
          whoever they are for.
        </p>
        {letters.length === 0 ? (
          <div class="empty">
            <h2>Nothing has been sent yet</h2>
            <p>Letters stand here a few seconds after something was asked by e-mail.</p>
          </div>
        ) : (
          <ul class="cards letters">
            {letters.map((letter) => (
              <li key={letter.messageId} class="card">
                <h2 dir="auto">{letter.subject}</h2>
                <p class="quiet">
                  To <span dir="ltr">{letter.to}</span>, {said.format(letter.sentAt)}
                </p>
                {letter.text.split('\n\n').map((block) => (
                  <Block key={block} block={block} origin={origin} />
                ))}
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  };
}

function Block({ block, origin }: { block: string; origin: string }) {
  const lines = block.split('\n');
  const last = lines.at(-1) ?? '';
  if (/^https?:\/\//.test(last)) {
    // wherever the reader stands, the link is of this service
    const href = last.startsWith(`${origin}/`) ? last.slice(origin.length) : last;
    return (
      <p>
        <a href={href}>{lines[0]?.replace(/:$/, '')}</a>
      </p>
    );
  }
  if (lines.every((line) => line.startsWith('- ')))
    return (
      <ul>
        {lines.map((line) => (
          <li key={line}>{line.slice(2)}</li>
        ))}
      </ul>
    );
  return <p dir="auto">{block.trim()}</p>;
}

const said = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'long',
  timeStyle: 'short',
});
