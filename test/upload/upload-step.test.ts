import { expect, it } from 'vitest';
import { ImagesError } from '../../src/protocol/images-error.js';
import type { Upload, UploadPhase, UploadStatusWord } from '../../src/upload/upload.js';
import { stepUpload, type UploadEvent } from '../../src/upload/upload-step.js';

const base = { uploadId: 'upload-1', file: new File(['x'], 'cat.jpg'), addedAt: 1 };
const error = new ImagesError('network', 'No answer.');
const image = {
  id: 'image-1',
  filename: 'cat.jpg',
  uploaded: '2026-01-01T00:00:00Z',
  requireSignedURLs: false,
  variants: [],
  meta: {},
  creator: null,
  draft: false,
};

const states: Record<UploadStatusWord, Upload> = {
  rejected: { ...base, status: 'rejected', reasons: [error] },
  queued: { ...base, status: 'queued' },
  uploading: { ...base, status: 'uploading', phase: 'requesting', attempt: 2 },
  done: { ...base, status: 'done', imageId: 'image-1', image },
  failed: { ...base, status: 'failed', error, imageId: 'image-1' },
  canceled: { ...base, status: 'canceled' },
};

const events: Record<UploadEvent['type'], UploadEvent> = {
  refused: { type: 'refused', reasons: [error] },
  started: { type: 'started' },
  requesting: { type: 'requesting', attempt: 3 },
  sending: { type: 'sending', imageId: 'image-2' },
  'handed-over': { type: 'handed-over' },
  verifying: { type: 'verifying', imageId: 'image-2' },
  waiting: { type: 'waiting', waiting: { reason: 'retry', until: 9 } },
  stored: { type: 'stored', image },
  failed: { type: 'failed', error },
  canceled: { type: 'canceled' },
  retried: { type: 'retried' },
};

const active = { ...base, status: 'uploading', attempt: 2 } as const;

// Every pair that is not in here must be ignored.
const moves: Partial<Record<UploadStatusWord, Partial<Record<UploadEvent['type'], Upload>>>> = {
  queued: {
    refused: states.rejected,
    started: { ...base, status: 'uploading', phase: 'requesting', attempt: 1 },
    canceled: states.canceled,
  },
  uploading: {
    requesting: { ...active, phase: 'requesting', attempt: 3 },
    sending: { ...active, phase: 'sending', imageId: 'image-2' },
    verifying: { ...active, phase: 'verifying', imageId: 'image-2' },
    waiting: { ...active, phase: 'waiting', waiting: { reason: 'retry', until: 9 } },
    stored: states.done,
    failed: { ...base, status: 'failed', error },
    canceled: states.canceled,
  },
  failed: { retried: states.queued },
};

const pairs = Object.values(states).flatMap((state) =>
  Object.values(events).map((event) => ({ state, event })),
);

it.each(pairs)('$state.status meets $event.type', ({ state, event }) => {
  const after = stepUpload(state, event);
  const expected = moves[state.status]?.[event.type];
  if (expected === undefined) expect(after).toBe(state);
  else expect(after).toEqual(expected);
});

it.each<[UploadPhase, UploadPhase]>([
  ['preparing', 'preparing'],
  ['requesting', 'requesting'],
  ['sending', 'finishing'],
  ['finishing', 'finishing'],
  ['verifying', 'verifying'],
  ['waiting', 'waiting'],
])('the last byte leaving while %s makes it %s', (phase, expected) => {
  const before: Upload = { ...active, phase, imageId: 'image-2' };
  expect(stepUpload(before, events['handed-over'])).toEqual({ ...before, phase: expected });
});

it('keeps the id while it waits and verifies, and forgets it with a new attempt', () => {
  const sending = stepUpload(states.uploading, events.sending);
  const waiting = stepUpload(sending, events.waiting);
  expect(waiting).toMatchObject({ phase: 'waiting', imageId: 'image-2' });
  expect(stepUpload(waiting, events.failed)).toMatchObject({ imageId: 'image-2' });
  const again = stepUpload(waiting, events.requesting);
  expect(again).toEqual({ ...active, phase: 'requesting', attempt: 3 });
});

it('leaves the pause behind when work goes on', () => {
  const waiting = stepUpload(states.uploading, events.waiting);
  expect(stepUpload(waiting, events.verifying)).not.toHaveProperty('waiting');
});
