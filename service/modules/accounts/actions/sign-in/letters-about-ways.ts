/** Of what a person is told about their way in. */
export type About =
  | { what: 'new-browser'; browser: string }
  | { what: 'way-added'; way: string }
  | { what: 'way-removed'; way: string }
  | { what: 'codes-made' }
  | { what: 'code-used'; left: number }
  | { what: 'codes-guessed' };

const notYou =
  'If it was not you: sign in, choose “Sign out everywhere” on your account’s page, and tell whoever runs the service.';

/** What a letter about somebody's own way in says. It never holds a link that signs in. */
export function letterAbout(about: About, now: Date): { subject: string; words: readonly string[] } {
  const when = said.format(now);
  switch (about.what) {
    case 'new-browser':
      return {
        subject: 'Somebody signed in as you from a new browser',
        words: [`It was ${about.browser}, on ${when}. If it was you, all is well.`, notYou],
      };
    case 'way-added':
      return {
        subject: 'A way to sign in was added',
        words: [`${about.way} was added to your account on ${when}.`, notYou],
      };
    case 'way-removed':
      return {
        subject: 'A way to sign in was removed',
        words: [`${about.way} was removed from your account on ${when}. It opens nothing any more.`, notYou],
      };
    case 'codes-made':
      return {
        subject: 'New codes for a bad day were made',
        words: [`They were made on ${when}. Those you had before open nothing any more.`, notYou],
      };
    case 'code-used':
      return {
        subject: 'One of your codes for a bad day was used',
        words: [`Somebody signed in with it on ${when}. You have ${about.left} left.`, notYou],
      };
    case 'codes-guessed':
      return {
        subject: 'Somebody gave wrong codes for you',
        words: [
          `Several wrong codes in a row were given on ${when}, by somebody who had opened a letter to you. Nobody came in by them, and the next are looked at only after a while.`,
          'If it was you, wait a few minutes and try again, or use a code for a bad day. If not, somebody may be reading your letters: tell whoever runs the service.',
        ],
      };
  }
}

const said = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'long',
  timeStyle: 'short',
});
