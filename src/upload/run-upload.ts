import type { ImageRecord } from '../protocol/image-record.js';
import { ImagesError, isImagesError, isTransient } from '../protocol/images-error.js';
import type { TicketReason } from '../protocol/ticket-request.js';
import { sendAttempt } from './send-attempt.js';
import { retryDelayMs } from './retry-delay.js';
import { requestStored } from './upload-handler.js';
import { unreadable } from './unreadable.js';
import type { UploadRun } from './upload-run.js';
import { isOnline, sleep, untilOnline } from './wait.js';

const maxAttempts = 3;
const lateRounds = 3;
// A server that keeps answering and cannot tell (its own hook throws, say) never will.
const maxAnswersWithoutWord = 5;

/** Brings one file to an end that is true: stored, failed, or silence after a cancel. */
export async function runUpload(run: UploadRun): Promise<void> {
  try {
    run.dispatch({ type: 'started' });
    const image = (await findStored(run)) ?? (await attemptUntilStored(run));
    run.dispatch({ type: 'stored', image });
    void confirmStored(run, image.id);
  } catch (cause) {
    const error = isImagesError(cause)
      ? cause
      : new ImagesError('invalid-option', `${run.file.name} was not sent: ${cause}`, { cause });
    run.dispatch({ type: 'failed', error });
  }
}

async function attemptUntilStored(run: UploadRun): Promise<ImageRecord> {
  let reason: TicketReason = 'first';
  let attempt = 1;
  let listen = true;
  while (true) {
    await hold(run);
    run.dispatch({ type: 'requesting', attempt });
    const outcome = await sendAttempt(run, reason, listen);
    if (outcome.kind === 'stored') return outcome.image;
    const { error, repeat } = outcome;
    // Without a network it was not an attempt.
    const last = !repeat || (attempt === maxAttempts && isOnline());
    if (isOnline()) attempt += 1;
    reason = outcome.reason;
    listen = outcome.heard;

    const found = await findStored(run);
    if (found) return found;
    if (last && run.doubts.size === 0) throw error;
    // Bytes still being worked on become an image a moment later: asked again after a pause, and
    // for longer when all of them had left, because a second copy is worse than a late answer.
    for (let round = outcome.handedOver ? lateRounds : 1; round > 0; round -= 1) {
      await pause(run, last ? 2 : attempt, last ? undefined : error);
      const late = await findStored(run);
      if (late) return late;
    }
    await assertReadable(run.file);
    if (last) throw error;
  }
}

/** The image, when one of the attempts that nobody answered did arrive. */
async function findStored(run: UploadRun): Promise<ImageRecord | undefined> {
  for (const imageId of run.doubts) {
    let answersWithoutWord = 0;
    for (let next = 2; ; next += 1) {
      await hold(run);
      run.dispatch({ type: 'verifying', imageId });
      try {
        const image = await requestStored(run.options(), imageId, run.signal);
        if (image) return image;
        break;
      } catch (cause) {
        // An answer of another form comes from something in between: a proxy, a hotel's log-in.
        const mayPass =
          isImagesError(cause) && (isTransient(cause) || cause.code === 'invalid-response');
        if (!mayPass) throw notKnown(run.file, cause);
        answersWithoutWord = cause.status === undefined ? 0 : answersWithoutWord + 1;
        if (answersWithoutWord === maxAnswersWithoutWord) throw notKnown(run.file, cause);
        // As long as nobody answers, nobody is told: this goes on until the user stops it.
        await pause(run, next, cause);
      }
    }
  }
  return undefined;
}

// Lets the server run its `onStored`. Whatever comes of it, the image is stored, so the user
// does not wait for it and hears nothing of it.
async function confirmStored(run: UploadRun, imageId: string): Promise<void> {
  for (let next = 2; next <= maxAttempts + 1; next += 1) {
    try {
      await requestStored(run.options(), imageId, run.signal);
      return;
    } catch (cause) {
      if (run.signal.aborted || !isImagesError(cause) || !isTransient(cause)) return;
      await sleep(delayOf(run, next, cause), run.signal).catch(() => {});
    }
  }
}

async function pause(run: UploadRun, next: number, error?: ImagesError): Promise<void> {
  const ms = delayOf(run, next, error);
  run.dispatch({ type: 'waiting', waiting: { reason: 'retry', until: Date.now() + ms } });
  await sleep(ms, run.signal);
}

function delayOf(run: UploadRun, next: number, error?: ImagesError): number {
  return retryDelayMs(next, run.options().retryDelayMs ?? 1000, error);
}

async function hold(run: UploadRun): Promise<void> {
  run.signal.throwIfAborted();
  if (isOnline()) return;
  run.dispatch({ type: 'waiting', waiting: { reason: 'offline' } });
  await untilOnline(run.signal);
}

// A file that changed on disk fails like a broken connection does, and always will.
async function assertReadable(file: File): Promise<void> {
  await file
    .slice(-1)
    .arrayBuffer()
    .catch((cause) => {
      throw unreadable(file, cause);
    });
}

function notKnown(file: File, cause: unknown): ImagesError {
  return new ImagesError(
    'outcome-unknown',
    `Whether ${file.name} is stored could not be found out. A retry asks first. ${cause}`,
    { cause },
  );
}
