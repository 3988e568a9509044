import { createTransport } from 'nodemailer';
import { isLoopback } from '../config/config.ts';
import { mailOf } from './compose.ts';
import { PostFault, type Post, type PostTrouble } from './post.ts';

const limitsMs = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/**
 * Post by a mail server (SMTP, RFC 5321). What is said on the way is private (TLS 1.2 or newer, RFC 8314), and a server
 * that cannot do that gets nothing, except one on this machine.
 * @param url `smtps://name:password@host:465`, or `smtp://host:587` which then turns private (STARTTLS)
 */
export function smtpPost(url: string): Post {
  const place = new URL(url);
  const secure = place.protocol === 'smtps:';
  const here = isLoopback(place.hostname.replaceAll(/[[\]]/g, ''));
  const auth = place.username && {
    user: decodeURIComponent(place.username),
    pass: decodeURIComponent(place.password),
  };
  const transport = createTransport({
    host: place.hostname.replaceAll(/[[\]]/g, ''),
    port: place.port === '' ? (secure ? 465 : 587) : Number(place.port),
    secure,
    requireTLS: !secure && !here,
    ignoreTLS: !secure && here,
    ...(auth ? { auth } : {}),
    tls: { minVersion: 'TLSv1.2' },
    ...limitsMs,
  });
  return {
    kind: 'smtp',
    async carry(letter) {
      try {
        await transport.sendMail(mailOf(letter));
      } catch (fault) {
        // the words of the other side stop here: they name the address
        throw new PostFault(troubleOf(fault));
      }
    },
    async look() {
      try {
        await transport.verify();
        return { ready: true, says: `by the mail server ${place.host}` };
      } catch (fault) {
        return { ready: false, says: `the mail server ${place.host}: ${lookWords[troubleOf(fault)]}` };
      }
    },
  };
}

const lookWords: { readonly [Trouble in PostTrouble]: string } = {
  'not-set-up': 'is not set up',
  unreachable: 'does not answer',
  'not-let-in': 'does not let us in, or cannot speak in private (TLS)',
  'address-refused': 'does not take letters from our address',
  'put-off': 'says: not now',
};

/** What went wrong, by nodemailer's code and the reply's number (RFC 5321, 4.2.1: 4xx not now, 5xx for good). */
function troubleOf(fault: unknown): PostTrouble {
  if (typeof fault !== 'object' || fault === null) return 'unreachable';
  const code = 'code' in fault ? String(fault.code) : '';
  const reply = 'responseCode' in fault ? Number(fault.responseCode) : Number.NaN;
  if (code === 'EAUTH' || code === 'ETLS' || code === 'ENOAUTH') return 'not-let-in';
  if (reply >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')) return 'address-refused';
  if (reply >= 400) return 'put-off';
  return 'unreachable';
}
