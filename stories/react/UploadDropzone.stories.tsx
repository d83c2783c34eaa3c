import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect } from 'react';
import { publishedLimits } from '../../src/protocol/published-limits.js';
import { UploadDropzone } from '../../src/react/UploadDropzone.js';
import type { Upload } from '../../src/upload/upload.js';
import { paintSample, samples } from '../sample-image.js';
import {
  blankFile,
  canceled,
  failed,
  queued,
  rejected,
  stored,
  uploading,
} from '../sample-uploads.js';
import { createScriptedControl } from '../scripted-control.js';

const meta: Meta = {
  title: 'UploadDropzone',
  component: UploadDropzone,
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 680, marginInline: 'auto', fontFamily: 'system-ui' }}>
        <Story />
      </div>
    ),
  ],
  // The states below are scripted; `Live` alone talks to the emulator.
  loaders: [async () => ({ photos: await Promise.all(samples.map(paintSample)) })],
};

export default meta;
type Story = StoryObj;

const limits = { accept: 'image/jpeg,image/png,image/webp', maxBytes: publishedLimits.maxBytes };

/** Rows in a state; `fractions` says how far the bytes of the rows at the same place are. */
function scripted(
  rows: (photos: readonly File[]) => readonly Upload[],
  fractions: readonly number[] = [],
  more: { multiple?: boolean; disabled?: boolean } = {},
): Story {
  return {
    render: (_args, { loaded }) => {
      const uploads = rows(loaded.photos as File[]);
      const shown = uploads.map(({ uploadId }, index) => [uploadId, fractions[index] ?? 0]);
      const control = createScriptedControl(uploads, Object.fromEntries(shown));
      return <UploadDropzone control={control} {...limits} {...more} />;
    },
  };
}

function photo(photos: readonly File[], index: number): File {
  return photos[index] ?? blankFile('missing.jpg', 1);
}

/** Drop, paste or choose: everything is real, on the emulator. */
export const Live: Story = {};

export const Empty = scripted(() => []);

export const OneImage = scripted(() => [], [], { multiple: false });

export const Disabled = scripted(() => [], [], { disabled: true });

export const Dragging: Story = {
  ...Empty,
  play: ({ canvasElement }) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(blankFile('cat.jpg', 1, 'image/jpeg'));
    const event = new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer });
    canvasElement.querySelector('.cf-upload')?.dispatchEvent(event);
  },
};

export const HalfWay = scripted(
  (photos) => [
    stored(photo(photos, 0)),
    uploading(photo(photos, 1), 'sending'),
    uploading(photo(photos, 2), 'requesting'),
    queued(photo(photos, 3)),
  ],
  [1, 0.52],
);

/** All bytes have left; the bar still has a gap, because nobody has said yes yet. */
export const Finishing = scripted((photos) => [uploading(photo(photos, 1), 'finishing')], [0.99]);

/** The answer was lost: our server is asked whether the image is there. */
export const Verifying = scripted((photos) => [uploading(photo(photos, 1), 'verifying')], [0.99]);

export const TryingAgain = scripted(
  (photos) => [
    uploading(photo(photos, 1), 'waiting', { reason: 'retry', until: Date.now() + 30_000 }),
  ],
  [0.4],
);

export const Offline = scripted(
  (photos) => [uploading(photo(photos, 2), 'waiting', { reason: 'offline' })],
  [0.63],
);

export const OneFailed = scripted((photos) => [
  stored(photo(photos, 0)),
  failed(photo(photos, 1), 'network'),
  canceled(photo(photos, 2)),
]);

/** Every reason is said, the file icon stands for what a browser cannot show. */
export const Rejected = scripted(
  (photos) => [
    rejected(
      blankFile('A scan with a very long name, made on a Sunday afternoon.tiff', 12_000_000),
      'file-type-refused',
      'file-too-large',
    ),
    rejected(blankFile('nothing.png', 0, 'image/png'), 'file-empty'),
    uploading(photo(photos, 4), 'sending'),
  ],
  [0, 0, 0.3],
);

export const Done = scripted((photos) => photos.map(stored));

export const Dark: Story = {
  ...OneFailed,
  decorators: [
    (Story) => (
      <div data-theme="dark" style={{ padding: 24, background: '#0e0f12' }}>
        <Story />
      </div>
    ),
  ],
};

export const Phone: Story = {
  ...Rejected,
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 328 }}>
        <Story />
      </div>
    ),
  ],
};

/** Right to left, with some of the words replaced. */
export const RightToLeft: Story = {
  render: (_args, { loaded }) => <Arabic photos={loaded.photos as File[]} />,
};

function Arabic({ photos }: { photos: readonly File[] }) {
  useEffect(() => {
    document.documentElement.dir = 'rtl';
    return () => document.documentElement.removeAttribute('dir');
  }, []);
  const rows = [stored(photo(photos, 0)), uploading(photo(photos, 1), 'finishing')];
  const control = createScriptedControl(rows, { [rows[1]?.uploadId ?? '']: 0.99 });
  return (
    <UploadDropzone
      control={control}
      labels={{
        region: '\u0631\u0641\u0639 \u0627\u0644\u0635\u0648\u0631',
        choose: () => '\u0627\u062e\u062a\u0631 \u0635\u0648\u0631\u064b\u0627',
        drop: () =>
          '\u0623\u0641\u0644\u062a \u0627\u0644\u0635\u0648\u0631 \u0647\u0646\u0627 \u0623\u0648 \u0627\u0644\u0635\u0642\u0647\u0627',
        clear: '\u0645\u0633\u062d \u0627\u0644\u0645\u0643\u062a\u0645\u0644',
        finishing:
          '\u0623\u064f\u0631\u0633\u0644 \u0643\u0644 \u0634\u064a\u0621\u060c \u0628\u0627\u0646\u062a\u0638\u0627\u0631 Cloudflare',
        done: () => '\u062a\u0645 \u0627\u0644\u062d\u0641\u0638',
        summary: ({ stored: count, total }) =>
          `\u062d\u064f\u0641\u0638 ${count} \u0645\u0646 ${total}`,
      }}
    />
  );
}

/** Rows of your own; all around them stays. */
export const OwnRows: Story = {
  render: (_args, { loaded }) => (
    <UploadDropzone
      control={createScriptedControl((loaded.photos as File[]).map(stored))}
      renderItem={({ uploadId, file, status }) => (
        <li key={uploadId}>
          {file.name}: {status}
        </li>
      )}
    />
  ),
};
