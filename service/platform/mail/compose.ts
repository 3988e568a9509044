import { createTransport } from 'nodemailer';
import { htmlOf, plainOf, type ReadyLetter } from './letter.ts';

/** The letter as nodemailer takes it. Nothing is read from a file or fetched, whatever stands in it. */
export function mailOf({ messageId, to, from, subject, writtenAt, ...rest }: ReadyLetter) {
  return {
    messageId,
    // an address by itself: a name beside it would be one more thing that strangers can fill in
    to: { name: '', address: to },
    from,
    subject,
    date: writtenAt,
    text: plainOf(rest),
    html: htmlOf({ subject, ...rest }),
    textEncoding: 'quoted-printable' as const,
    // an out-of-office answer helps nobody here
    headers: { 'auto-submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

/** The bytes of the letter, as they would be sent. */
export async function bytesOf(letter: ReadyLetter): Promise<Buffer> {
  const { message } = await composer.sendMail(mailOf(letter));
  if (!Buffer.isBuffer(message)) throw new TypeError('a letter was not composed whole');
  return message;
}
