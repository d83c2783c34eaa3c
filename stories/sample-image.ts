/** What to paint: a sky, a sun or moon and hills, so that samples can be told apart. */
export interface SampleImage {
  name: string;
  width: number;
  height: number;
  /** Degrees on the colour wheel. */
  hue: number;
}

/** Pictures of several shapes. */
export const samples: readonly SampleImage[] = [
  { name: 'first-light.jpg', width: 1200, height: 800, hue: 18 },
  { name: 'north-ridge.jpg', width: 900, height: 1200, hue: 205 },
  { name: 'harbour.jpg', width: 1600, height: 700, hue: 190 },
  { name: 'meadow.jpg', width: 1000, height: 1000, hue: 95 },
  { name: 'dusk-over-the-valley.jpg', width: 1200, height: 900, hue: 285 },
  { name: 'red-dunes.jpg', width: 1400, height: 900, hue: 8 },
];

/** Paints a sample and answers it as a JPEG file, drawn on the spot so that nothing is shipped. */
export async function paintSample({ name, width, height, hue }: SampleImage): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser has no 2D canvas.');
  const sky = pen.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, `hsl(${hue + 25} 65% 62%)`);
  sky.addColorStop(0.7, `hsl(${hue} 85% 88%)`);
  pen.fillStyle = sky;
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = `hsl(${hue + 40} 95% 94%)`;
  pen.beginPath();
  pen.arc(width * 0.66, height * 0.38, Math.min(width, height) * 0.11, 0, Math.PI * 2);
  pen.fill();
  for (let layer = 0; layer < 4; layer++) {
    pen.fillStyle = `hsl(${hue + layer * 9} ${38 + layer * 4}% ${62 - layer * 14}%)`;
    pen.beginPath();
    pen.moveTo(0, height);
    for (let x = 0; x <= width; x += width / 80) {
      const wave = Math.sin((x / width) * (5 + layer * 2.3) + hue + layer * 1.7);
      const detail = Math.sin((x / width) * (17 + layer * 5) + hue) * 0.25;
      pen.lineTo(x, height * (0.58 + layer * 0.11 - (wave + detail) * (0.09 - layer * 0.012)));
    }
    pen.lineTo(width, height);
    pen.fill();
  }
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
  if (!blob) throw new Error('The canvas could not be written as JPEG.');
  return new File([blob], name, { type: 'image/jpeg' });
}
