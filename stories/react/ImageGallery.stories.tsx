import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ComponentType } from 'react';
import { ImagesError } from '../../src/protocol/images-error.js';
import { ImageGallery, type ImageGalleryProps } from '../../src/react/ImageGallery.js';
import type { UseImagesResult } from '../../src/react/useImages.js';
import { delivery } from '../local-delivery.js';
import { record } from '../sample-uploads.js';
import { scriptedList } from '../scripted-list.js';
import { seedOnce } from '../seed-once.js';

// One shape instead of a union: Storybook makes its controls of it.
type Props = Pick<ImageGalleryProps, 'delivery' | 'deletable' | 'renderItem'> & {
  list?: UseImagesResult;
};

const meta: Meta<Props> = {
  title: 'ImageGallery',
  // Every value of that shape is one of the union.
  component: ImageGallery as ComponentType<Props>,
  args: { delivery },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 960, marginInline: 'auto', fontFamily: 'system-ui' }}>
        <Story />
      </div>
    ),
  ],
  loaders: [async () => ({ ids: await seedOnce() })],
};

export default meta;
type Story = StoryObj<Props>;

/** The images on the emulator. Delete one: it asks first, and focus goes on at the next. */
export const Live: Story = { args: { deletable: true } };

export const ReadOnly: Story = {};

export const Loading: Story = { args: { list: scriptedList([], { isLoading: true }) } };

export const Empty: Story = { args: { list: scriptedList([]) } };

export const Failed: Story = {
  args: { list: scriptedList([], { error: new ImagesError('network', 'No answer.') }) },
};

export const Broken: Story = {
  args: { list: scriptedList([record('gone', 'gone.jpg')], { hasMore: true }) },
};

/** Tiles with pictures of your own making. */
export const OwnTiles: Story = {
  args: {
    renderItem: ({ filename, uploaded }) => (
      <div style={{ padding: 16 }}>
        <strong>{filename}</strong>
        <br />
        {uploaded.slice(0, 10)}
      </div>
    ),
  },
};

export const Dark: Story = {
  args: { deletable: true },
  decorators: [
    (Story) => (
      <div data-theme="dark" style={{ padding: 24, background: '#0e0f12' }}>
        <Story />
      </div>
    ),
  ],
};

export const Phone: Story = {
  args: { deletable: true },
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 328 }}>
        <Story />
      </div>
    ),
  ],
};
