import type { Meta, StoryObj } from '@storybook/react-vite';
import { CfImage } from '../../src/react/CfImage.js';
import { delivery } from '../local-delivery.js';
import { seedOnce } from '../seed-once.js';

const meta = {
  title: 'CfImage',
  component: CfImage,
  // Each story replaces the id by that of a sample which was stored for it.
  args: { delivery, imageId: '', alt: 'Hills at dusk', width: 640, height: 427 },
  loaders: [async () => ({ ids: await seedOnce() })],
  render: (args, { loaded }) => <CfImage {...args} imageId={(loaded.ids as string[])[0] ?? ''} />,
} satisfies Meta<typeof CfImage>;

export default meta;
type Story = StoryObj<typeof meta>;

/** As wide as its container lets it, and never wider than 640 pixels. */
export const Constrained: Story = { args: { layout: 'constrained' } };

export const Fixed: Story = { args: { layout: 'fixed', width: 320, height: 213 } };

export const FullWidth: Story = { args: { layout: 'fullWidth', width: 1200, height: 800 } };

/** The picture of the first screen: eager, and asked for first. */
export const Priority: Story = { args: { priority: true } };

/** Cut to a square around its centre. */
export const Square: Story = { args: { width: 320, height: 320, fit: 'crop' } };

/** The named variant that every account has. */
export const NamedVariant: Story = { args: { variant: 'public' } };

/** Three in a row: each loads the size of its column, because `sizes` says auto. */
export const InColumns: Story = {
  render: (args, { loaded }) => (
    <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr 1fr', gap: 12 }}>
      {(loaded.ids as string[]).slice(0, 3).map((id) => (
        <CfImage key={id} {...args} imageId={id} width={800} height={533} />
      ))}
    </div>
  ),
};

/** There is no such image: the alt text stands in its place, and nothing jumps. */
export const Missing: Story = { render: (args) => <CfImage {...args} imageId="no-such-image" /> };
