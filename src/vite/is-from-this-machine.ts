/** True for the address of a connection that this machine made to itself. */
export function isFromThisMachine(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);
}
