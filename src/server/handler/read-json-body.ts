import { Refusal } from './refusal.js';

/** Bytes of a JSON body. Requests of ours are a few hundred. */
const maxBodyBytes = 64 * 1024;

/** Reads a JSON body, never more of it than the limit, whatever its headers promise. */
export async function readJsonBody(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  // A form of another site can send text/plain and urlencoded bodies without asking. Not JSON.
  if (type !== 'application/json') {
    throw new Refusal(415, 'bad-request', 'The body must be JSON: content-type application/json.');
  }
  const text = await readText(request);
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'bad-request', 'The body is not JSON.');
  }
}

async function readText(request: Request): Promise<string> {
  if (request.bodyUsed) throw new Error('authorize has read the body of the request');
  if (Number(request.headers.get('content-length')) > maxBodyBytes) throw tooLarge();
  if (request.body === null) return '';
  const decoder = new TextDecoder();
  const reader = request.body.getReader();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBodyBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    text += decoder.decode(value, { stream: true });
  }
}

function tooLarge(): Refusal {
  return new Refusal(413, 'bad-request', `The body is over ${maxBodyBytes / 1024} KiB.`);
}
