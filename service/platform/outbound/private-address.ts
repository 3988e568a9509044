import { BlockList, isIP } from 'node:net';

/** Addresses that are not of the public internet: this machine, private and link-local networks, and what is reserved. */
const ours = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  ours.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 128],
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
  // those that carry an address of the other kind inside, which could be any
  ['64:ff9b::', 96],
  ['2002::', 16],
] as const)
  ours.addSubnet(net, bits, 'ipv6');

/** Whether an IP address is of a private network; a mapped one (::ffff:10.0.0.1) as what it stands for. */
export function isPrivateAddress(address: string): boolean {
  const kind = isIP(address);
  if (kind === 4) return ours.check(address, 'ipv4');
  if (kind !== 6) return true;
  return ours.check(address, 'ipv6');
}
