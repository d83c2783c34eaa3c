/** What the emulated account's owner may send. */
export interface Credentials {
  /** Images Read and Images Write. */
  token: string;
  /** Images Read only. */
  readToken: string;
  /** The legacy pair of headers `X-Auth-Email` and `X-Auth-Key`; may do everything. */
  email: string;
  key: string;
}
