import { BlockList, isIP } from 'node:net';

// Everything that IANA's special-purpose registries set aside, so that a picture's address can
// not make the emulator ask machines that only this one can see.
const privateSubnets = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

// Of IPv6 only global unicast may be asked, without its parts that carry an IPv4 address inside
// (Teredo, 6to4) or are documentation. Mapped and NAT64 addresses lie outside of it.
const privateSubnets6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

/** Whether an IP address, as text, belongs to a machine on the public internet. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) {
    return !createList(privateSubnets, 'ipv4').check(address, 'ipv4');
  }
  return (
    version === 6 &&
    createList([['2000::', 3]], 'ipv6').check(address, 'ipv6') &&
    !createList(privateSubnets6, 'ipv6').check(address, 'ipv6')
  );
}

function createList(
  subnets: readonly (readonly [string, number])[],
  family: 'ipv4' | 'ipv6',
): BlockList {
  const list = new BlockList();
  for (const [address, bits] of subnets) list.addSubnet(address, bits, family);
  return list;
}
