import { ImagesError, isImagesError, isTransient } from '../protocol/images-error.js';
import type { TicketReason } from '../protocol/ticket-request.js';
import type { UploadTicket } from '../protocol/upload-ticket.js';
import { readUploadAnswer, type UploadOutcome } from './upload-answer.js';
import { requestTicket } from './upload-handler.js';
import { createStallClock } from './stall-clock.js';
import type { UploadRun } from './upload-run.js';
import { sendWithXhr } from './xhr-transport.js';

/**
 * One attempt: a fresh ticket and one POST to its URL, which is used nowhere else. Answers
 * what came of it; as `heard`, whether listening for progress is still worth while; and as
 * `handedOver`, whether all bytes left although no answer came.
 */
export async function sendAttempt(
  run: UploadRun,
  reason: TicketReason,
  listen: boolean,
): Promise<UploadOutcome & { heard: boolean; handedOver?: boolean }> {
  const { file, facts, signal, doubts, dispatch, report } = run;
  const { metadata, transport = sendWithXhr, stallMs = 60_000, ...connection } = run.options();
  const { name, size } = file;

  let ticket: UploadTicket;
  try {
    const meta = typeof metadata === 'function' ? await metadata({ file, facts }) : metadata;
    const claim = {
      filename: name,
      type: facts.type,
      size,
      reason,
      ...(meta && { metadata: meta }),
    };
    ticket = await requestTicket(connection, claim, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!isImagesError(error)) throw error;
    const repeat = isTransient(error);
    return { kind: 'failed', error, certain: true, repeat, reason, heard: listen };
  }

  signal.throwIfAborted();
  dispatch({ type: 'sending', imageId: ticket.id });
  doubts.add(ticket.id);
  const clock = createStallClock(signal, stallMs);
  let heard = false;
  let handedOver = false;
  const onProgress = ({ loadedBytes = 0, totalBytes = 0 }) => {
    heard = true;
    clock.restart();
    if (totalBytes > 0) report(loadedBytes / totalBytes);
    handedOver = loadedBytes >= totalBytes;
    if (handedOver) dispatch({ type: 'handed-over' });
  };
  try {
    const url = ticket.uploadURL;
    const answer = await transport({
      url,
      file,
      signal: clock.signal,
      ...(listen && { onProgress }),
    });
    const outcome = readUploadAnswer(answer, ticket.id, name);
    if (outcome.kind === 'stored' || outcome.certain) doubts.delete(ticket.id);
    return { ...outcome, heard: listen };
  } catch (cause) {
    signal.throwIfAborted();
    const words = `${name} was sent and no answer came. Check the connection and try again.`;
    // The transport calls a stall what it looks like to it: an abort.
    const known = isImagesError(cause) && cause.code !== 'aborted';
    const error = known ? cause : new ImagesError('network', words, { cause });
    // Listening makes the browser ask for permission first. Where that is refused no byte ever
    // moves, and the next attempt goes without.
    return {
      kind: 'failed',
      error,
      certain: false,
      repeat: true,
      reason: 'retry',
      heard,
      handedOver,
    };
  } finally {
    clock.stop();
  }
}
