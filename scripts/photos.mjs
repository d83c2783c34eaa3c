// @ts-nocheck every read of a typed array would need a check that its index is in range.
// Pictures for the demo and the tests: mountain views from layered noise, with a sky, haze,
// a sun and film grain, so that they compress and resize the way a photograph does.
import sharp from 'sharp';

/** @param {number} seed */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Fractal value noise in one dimension. @param {() => number} next @param {number} octaves */
function fractalNoise(next, octaves) {
  const layers = Array.from({ length: octaves }, () => Float32Array.from({ length: 512 }, next));
  return (/** @type {number} */ x) => {
    let sum = 0;
    let weight = 0.5;
    let frequency = 1;
    for (const layer of layers) {
      const at = x * frequency;
      const cell = Math.floor(at);
      const t = at - cell;
      const smooth = t * t * (3 - 2 * t);
      const left = layer[cell & 511] ?? 0;
      const right = layer[(cell + 1) & 511] ?? 0;
      sum += (left + (right - left) * smooth) * weight;
      weight *= 0.5;
      frequency *= 2;
    }
    return sum;
  };
}

/** Sky at the top, sky at the horizon, far ridge, near ridge, sun. */
export const palettes = {
  dawn: [
    [44, 62, 110],
    [250, 190, 150],
    [196, 150, 165],
    [32, 30, 58],
    [255, 228, 190],
  ],
  noon: [
    [70, 140, 205],
    [215, 233, 240],
    [150, 185, 205],
    [24, 62, 58],
    [255, 252, 235],
  ],
  dusk: [
    [36, 24, 66],
    [240, 120, 90],
    [150, 80, 110],
    [20, 14, 34],
    [255, 200, 120],
  ],
  mist: [
    [150, 168, 172],
    [226, 230, 224],
    [186, 198, 196],
    [38, 58, 56],
    [250, 248, 238],
  ],
  night: [
    [8, 12, 34],
    [44, 70, 110],
    [30, 48, 84],
    [5, 8, 18],
    [230, 236, 250],
  ],
};

/**
 * @param {{ width: number, height: number, seed?: number, palette?: keyof typeof palettes, grain?: number }} options
 * @returns {import('sharp').Sharp}
 */
export function paintLandscape({ width, height, seed = 1, palette = 'dawn', grain = 5 }) {
  const next = random(seed * 7919);
  const [top, horizon, far, near, sun] = /** @type {number[][]} */ (palettes[palette]);
  const ridges = 6;
  const shapes = Array.from({ length: ridges }, () => fractalNoise(next, 8));
  const lines = shapes.map((noise, layer) => {
    const depth = layer / (ridges - 1);
    const base = 0.42 + depth * 0.4;
    const relief = 0.34 - depth * 0.1;
    return Float32Array.from({ length: width }, (_, x) => {
      const along = (x / width) * (2.2 + layer * 0.7) + layer * 37;
      return (base + (0.5 - noise(along)) * relief) * height;
    });
  });
  const sunX = (0.25 + next() * 0.5) * width;
  const sunY = (0.2 + next() * 0.15) * height;
  const sunR = 0.035 * Math.min(width, height);
  const glowR = 0.5 * Math.max(width, height);
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    const fall = Math.min(1, y / (height * 0.62));
    for (let x = 0; x < width; x++) {
      let layer = -1;
      for (let i = ridges - 1; i >= 0; i--) {
        if (y >= /** @type {Float32Array} */ (lines[i])[x]) {
          layer = i;
          break;
        }
      }
      const at = (y * width + x) * 3;
      const noise = (next() - 0.5) * grain * 2;
      const distance = Math.hypot(x - sunX, y - sunY);
      const glow = Math.max(0, 1 - distance / glowR) ** 3 * 0.55;
      const depth = layer / (ridges - 1);
      const below = layer < 0 ? 0 : Math.min(1, (y - lines[layer][x]) / (height * 0.22));
      for (let c = 0; c < 3; c++) {
        let value;
        if (layer < 0) {
          value = top[c] + (horizon[c] - top[c]) * fall ** 1.3;
          value += (sun[c] - value) * (distance < sunR ? 1 : glow);
        } else {
          value = far[c] + (near[c] - far[c]) * depth ** 0.85;
          // Haze gathers at the foot of every ridge but the nearest.
          value += (horizon[c] - value) * below * 0.55 * (1 - depth);
          value += (sun[c] - value) * glow * 0.25 * (1 - depth);
        }
        pixels[at + c] = Math.max(0, Math.min(255, value + noise));
      }
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/**
 * A lit ball on nothing: soft edges, real transparency.
 * @param {{ size: number, seed?: number, grain?: number }} options
 * @returns {import('sharp').Sharp}
 */
export function paintCutout({ size, seed = 1, grain = 4 }) {
  const next = random(seed * 104729);
  const noise = fractalNoise(next, 6);
  const pixels = Buffer.alloc(size * size * 4);
  const radius = size * 0.4;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const dx = (x - size / 2) / radius;
      const dy = (y - size / 2) / radius;
      const r = Math.hypot(dx, dy);
      const at = (y * size + x) * 4;
      const z = Math.sqrt(Math.max(0, 1 - r * r));
      const light = Math.max(0.08, -dx * 0.45 - dy * 0.6 + z * 0.66);
      const band = noise(4 + dy * 2.4 + 0.35 * noise(dx * 3 + 9)) * 0.9;
      const speck = (next() - 0.5) * grain * 2;
      pixels[at] = Math.min(255, Math.max(0, (120 + 150 * band) * light * 1.35 + speck));
      pixels[at + 1] = Math.min(255, Math.max(0, (70 + 120 * band) * light * 1.3 + speck));
      pixels[at + 2] = Math.min(255, Math.max(0, (110 + 60 * band) * light * 1.3 + speck));
      pixels[at + 3] = Math.round(Math.max(0, Math.min(1, (1 - r) * radius * 0.5)) * 255);
    }
  }
  return sharp(pixels, { raw: { width: size, height: size, channels: 4 } });
}
