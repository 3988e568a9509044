import { places } from '../places.ts';

const ways = [
  { key: 'begin', href: places.begin, text: 'Write it here', words: 'Choose a shape and add line by line.' },
  {
    key: 'paste',
    href: places.paste,
    text: 'Paste its text',
    words: 'From Word, a PDF or a web page; you say what each line is.',
  },
  {
    key: 'bring-in',
    href: places.bringIn,
    text: 'Bring in a file',
    words: 'One that was downloaded from here, or a StratML file.',
  },
] as const;

export type WayIn = (typeof ways)[number]['key'];

/** The other ways to bring a strategy in. */
export function WaysIn({ here }: { here: WayIn }) {
  return (
    <section aria-labelledby="ways-in">
      <h2 id="ways-in">Or another way</h2>
      <ul class="plain-list">
        {ways
          .filter(({ key }) => key !== here)
          .map(({ key, href, text, words }) => (
            <li key={key}>
              <a href={href}>{text}</a>. <span class="quiet">{words}</span>
            </li>
          ))}
      </ul>
    </section>
  );
}
