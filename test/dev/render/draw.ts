import { bodyOf, setStage } from '../delivery/stage.js';

const stage = await setStage();
let pictures = 0;

/** What delivery makes of a picture with these options, drawn by the real renderer. */
export async function draw(
  source: Uint8Array,
  options: string,
  init: RequestInit = {},
): Promise<Uint8Array> {
  pictures += 1;
  const id = `picture-${pictures}`;
  await stage.addImage(id, source);
  const answer = await stage.get(`/hash/${id}/${options}`, init);
  if (answer.status !== 200) throw new Error(await answer.text());
  return bodyOf(answer);
}
