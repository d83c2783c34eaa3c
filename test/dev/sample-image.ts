import sharp from 'sharp';

/** A small PNG of one colour; another colour gives other bytes. */
export async function samplePng(
  options: { width?: number; height?: number; color?: string } = {},
): Promise<Blob> {
  const { width = 8, height = 6, color = '#c02040' } = options;
  const bytes = await sharp({ create: { width, height, channels: 3, background: color } })
    .png()
    .toBuffer();
  return new Blob([new Uint8Array(bytes)], { type: 'image/png' });
}
