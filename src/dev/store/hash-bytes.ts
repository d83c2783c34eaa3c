/** SHA-256 in lower-case hex: the name under which a store keeps bytes. */
export async function hashBytes(bytes: Uint8Array): Promise<string> {
  // The copy pins the view to a plain ArrayBuffer, which is all that digest accepts.
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
