import { defaultBasePath, handlerPaths } from '../src/protocol/handler-paths.js';
import { parseUploadTicket } from '../src/protocol/upload-ticket.js';
import { paintSample, type SampleImage, samples } from './sample-image.js';

/** Paints samples and stores them through the handler of the dev server. Answers their ids. */
export async function seedImages(images: readonly SampleImage[] = samples): Promise<string[]> {
  const ids: string[] = [];
  // One after the other, so that they are listed in a known order.
  for (const image of images) ids.push(await store(await paintSample(image)));
  return ids;
}

async function store(file: File): Promise<string> {
  const answer = await fetch(defaultBasePath + handlerPaths.directUpload, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ filename: file.name, type: file.type, size: file.size }),
  });
  const ticket = parseUploadTicket(await answer.json());
  if (!ticket) throw new Error(`No ticket for ${file.name}: is the handler mounted?`);
  const body = new FormData();
  body.append('file', file);
  const stored = await fetch(ticket.uploadURL, { method: 'POST', body });
  if (!stored.ok) throw new Error(`${file.name} was not stored: ${await stored.text()}`);
  return ticket.id;
}
