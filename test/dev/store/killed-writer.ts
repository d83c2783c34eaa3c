import { openDirectoryStore } from '../../../src/dev/store/directory/open-directory-store.js';
import { sampleDraft, sampleStored } from './sample-stored-image.js';

// A program of its own: writes without end, says on its output what has been acknowledged, and
// kills itself, without any chance to tidy up, when it has passed a given step so many times.
const [directory = '', wantedStep, wantedCount] = process.argv.slice(2);
let count = 0;
const store = await openDirectoryStore({
  directory,
  onStep(step) {
    if (step !== wantedStep) return;
    count += 1;
    if (count === Number(wantedCount)) process.kill(process.pid, 'SIGKILL');
  },
});
// Written with a blocking call: what stands there was true before the next step began.
const { writeSync } = await import('node:fs');
const say = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`);
for (let round = 0; round < 50; round += 1) {
  const [image, bytes] = await sampleStored(`image-${round}`, {}, `bytes ${round}`);
  await store.addImage(image, bytes);
  say({ has: image.id });
  await store.addImage(sampleDraft(`draft-${round}`));
  const [landed, landedBytes] = await sampleStored(`draft-${round}`, {}, `landed ${round}`);
  await store.changeImage(landed.id, () => landed, landedBytes);
  say({ has: landed.id });
  if (round % 2 === 1) {
    say({ mayBeGone: `image-${round - 1}` });
    await store.deleteImage(`image-${round - 1}`);
    say({ gone: `image-${round - 1}` });
  }
}
