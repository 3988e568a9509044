import type { Publishers } from '#modules/indicators/index.ts';
import type { Config } from '#platform/config/config.ts';
import { openOutbound } from '#platform/outbound/outbound.ts';
import { usualSettings } from '#platform/outbound/settings.ts';

/** Where the publishers' open interfaces are, unless a setting says otherwise. */
const publicAddresses = {
  fingertips: 'https://fingertips.phe.org.uk/api',
  ees: 'https://api.education.gov.uk/statistics/v1',
} as const;

/** The door to the publishers' interfaces: only their hosts, and those that somebody wrote into a setting, are asked. */
export function publishersOf(config: Config, waitingFolder: string): Publishers {
  const named = [config.fingertips, config.ees].flatMap((address) =>
    address ? [new URL(address).host] : [],
  );
  const [fingertips, ees] = (['fingertips', 'ees'] as const).map(
    (name) => new URL(config[name] ?? publicAddresses[name]),
  );
  if (!fingertips || !ees) throw new Error('a publisher has no address');
  const hosts = new Map<string, { mayBePrivate: boolean }>([
    ...[fingertips, ees].map(({ host }) => [host, { mayBePrivate: false }] as const),
    ...[...named, ...config.fetchAlso].map((host) => [host, { mayBePrivate: true }] as const),
  ]);
  return {
    outbound: openOutbound({ ...usualSettings, hosts, proxy: config.fetchProxy }),
    fingertips,
    ees,
    waitingFolder,
  };
}
