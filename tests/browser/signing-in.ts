import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { codeAt } from '#platform/identity/app-codes.ts';

/** Gives a browser a device that makes and shows passkeys, and always finds its person there (Chromium's own). */
export async function giveDevice(page: Page): Promise<void> {
  const line = await page.context().newCDPSession(page);
  await line.send('WebAuthn.enable');
  await line.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** The code that an app shows which was told this secret by hand; of the half minute after `after`, where one is named. */
export async function codeOfApp(typed: string, after?: string): Promise<string> {
  const secret = fromBase32(typed);
  for (let tries = 0; tries < 70; tries += 1) {
    const code = codeAt(secret, new Date());
    if (code !== after) return code;
    await sleep(500);
  }
  assert.fail('the app shows the same code for ever');
}

/** The link in the newest letter to sign in. */
export async function signInLink(page: Page): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    await page.goto('/post');
    const href = /href="(\/sign-in\/letter\/[\w-]{43})"/.exec(await page.content())?.[1];
    if (href) return href;
    await sleep(200);
  }
  assert.fail('no letter came');
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function fromBase32(typed: string): Uint8Array {
  const bits = [...typed.replaceAll(/\s/g, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
