import sharp from 'sharp';

export const quadrantColors = {
  topLeft: [220, 30, 30],
  topRight: [30, 200, 30],
  bottomLeft: [30, 30, 220],
  bottomRight: [240, 220, 40],
} as const;

/** A picture of one colour. */
export async function plainPicture(
  width: number,
  height: number,
  {
    format = 'jpeg',
    color = '#c06040',
  }: { format?: 'jpeg' | 'png' | 'webp' | 'avif' | 'gif'; color?: string } = {},
): Promise<Uint8Array> {
  // Nine characters of hex are a colour one can see through.
  const channels = color.length === 9 ? 4 : 3;
  return sharp({ create: { width, height, channels, background: color } })
    .toFormat(format)
    .toBuffer();
}

/** Four colours, one in each corner: a cut or a turn shows where it was made. */
export function quadrantPixels(width: number, height: number): Uint8Array {
  const { topLeft, topRight, bottomLeft, bottomRight } = quadrantColors;
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isLeft = x < width / 2;
      const top = isLeft ? topLeft : topRight;
      pixels.set(y < height / 2 ? top : isLeft ? bottomLeft : bottomRight, (y * width + x) * 3);
    }
  }
  return pixels;
}

/** The quadrants as a JPEG whose EXIF asks for one of the eight orientations. */
export async function quadrantPicture(
  width: number,
  height: number,
  orientation = 1,
): Promise<Uint8Array> {
  const raw = { width, height, channels: 3 } as const;
  return sharp(quadrantPixels(width, height), { raw })
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    .withMetadata({ orientation })
    .toBuffer();
}

/** An animation of one colour a frame. */
export async function animation(
  colors: readonly string[],
  { width = 40, height = 20, format = 'gif' as 'gif' | 'webp' } = {},
): Promise<Uint8Array> {
  const frames = await Promise.all(
    colors.map((background) => {
      return sharp({ create: { width, height, channels: 3, background } })
        .png()
        .toBuffer();
    }),
  );
  const joined = sharp(frames, { join: { animated: true } });
  const delay = colors.map((_, index) => 100 * (index + 1));
  return format === 'gif'
    ? joined.gif({ delay, loop: 0 }).toBuffer()
    : joined.webp({ delay, loop: 0, lossless: true }).toBuffer();
}

/** A pixel of a picture as numbers, and the picture's size. */
export async function decoded(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    width: info.width,
    height: info.height,
    at: (x: number, y: number) => [
      ...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4),
    ],
  };
}
