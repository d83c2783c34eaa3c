// A second opinion on geometry, from the specification and in real numbers, sharing nothing
// with the planner: which point of the stored picture a point of the result shows.

export interface Scene {
  /** As stored, before EXIF orientation. */
  stored: { width: number; height: number };
  orientation: number;
  fit: 'scale-down' | 'contain' | 'cover' | 'crop' | 'aspect-crop' | 'pad' | 'squeeze' | 'scale-up';
  width: number | undefined;
  height: number | undefined;
  dpr: number;
  gravity: 'left' | 'right' | 'top' | 'bottom' | 'center' | { x: number; y: number };
  rotate: 0 | 90 | 180 | 270;
  flip: '' | 'h' | 'v' | 'hv';
}

type Point = readonly [number, number];

/** Points are shares of the sides; each entry undoes one EXIF orientation, 1 to 8. */
const toStored: ((point: Point) => Point)[] = [
  ([u, v]) => [u, v],
  ([u, v]) => [1 - u, v],
  ([u, v]) => [1 - u, 1 - v],
  ([u, v]) => [u, 1 - v],
  ([u, v]) => [v, u],
  ([u, v]) => [v, 1 - u],
  ([u, v]) => [1 - v, 1 - u],
  ([u, v]) => [1 - v, u],
];

const beforeRotation = {
  0: ([u, v]: Point): Point => [u, v],
  90: ([u, v]: Point): Point => [v, 1 - u],
  180: ([u, v]: Point): Point => [1 - u, 1 - v],
  270: ([u, v]: Point): Point => [1 - v, u],
};

const side = (value: number) => Math.max(1, Math.floor(value + 0.5 + 1e-9));

export interface Prediction {
  width: number;
  height: number;
  /** The point of the stored picture behind the middle of a pixel, or what is there instead. */
  storedPoint(x: number, y: number): Point | 'canvas' | 'edge of the canvas';
  /** Stored pixels for one pixel of the result, the larger way. */
  reach: number;
}

export function predict(scene: Scene): Prediction {
  const lying = scene.orientation >= 5 !== (scene.rotate % 180 === 90);
  const w = lying ? scene.stored.height : scene.stored.width;
  const h = lying ? scene.stored.width : scene.stored.height;
  const W = scene.width === undefined ? undefined : side(scene.width * scene.dpr);
  const H = scene.height === undefined ? undefined : side(scene.height * scene.dpr);
  const { fit } = scene;

  let scaleX = 1;
  let scaleY = 1;
  let frame: { width: number; height: number } | undefined;
  if (W !== undefined && H !== undefined) {
    const inner = Math.min(W / w, H / h);
    const outer = Math.max(W / w, H / h);
    const both = (scale: number) => {
      scaleX = scale;
      scaleY = scale;
    };
    if (fit === 'scale-down') both(Math.min(1, inner));
    if (fit === 'contain' || fit === 'pad') both(inner);
    if (fit === 'scale-up') both(Math.max(1, inner));
    if (fit === 'squeeze') [scaleX, scaleY] = [W / w, H / h];
    if (fit === 'cover' || ((fit === 'crop' || fit === 'aspect-crop') && outer <= 1)) both(outer);
    if (fit === 'cover' || fit === 'pad' || outer <= 1) frame = { width: W, height: H };
    if (fit === 'scale-down' || fit === 'contain' || fit === 'scale-up' || fit === 'squeeze')
      frame = undefined;
    if (fit === 'crop' && outer > 1) frame = { width: Math.min(W, w), height: Math.min(H, h) };
    if (fit === 'aspect-crop' && outer > 1) {
      const largest = Math.min(w / W, h / H);
      frame = { width: side(W * largest), height: side(H * largest) };
    }
  } else if (W !== undefined || H !== undefined) {
    const scale = W === undefined ? (H ?? h) / h : W / w;
    const grows = fit === 'contain' || fit === 'pad' || fit === 'squeeze' || fit === 'scale-up';
    const kept = fit === 'scale-up' ? Math.max(1, scale) : scale;
    scaleX = grows ? kept : Math.min(1, scale);
    scaleY = scaleX;
  }
  const scaled = { width: side(w * scaleX), height: side(h * scaleY) };
  const result = frame ?? scaled;
  const words = {
    left: [0, 0.5],
    right: [1, 0.5],
    top: [0.5, 0],
    bottom: [0.5, 1],
    center: [0.5, 0.5],
  };
  const { gravity } = scene;
  const [gx = 0.5, gy = 0.5] =
    fit === 'pad' ? [] : typeof gravity === 'string' ? words[gravity] : [gravity.x, gravity.y];
  const left = gx * (scaled.width - result.width);
  const top = gy * (scaled.height - result.height);

  return {
    ...result,
    reach: Math.max(1, w / scaled.width, h / scaled.height),
    storedPoint(x, y) {
      const p = (x + 0.5 + left) / scaled.width;
      const q = (y + 0.5 + top) / scaled.height;
      const outside = Math.max(
        -p * scaled.width,
        (p - 1) * scaled.width,
        -q * scaled.height,
        (q - 1) * scaled.height,
      );
      // A picture in the middle may lie half a pixel off; which way is nobody's promise.
      if (fit === 'pad' && Math.abs(outside) <= 1) return 'edge of the canvas';
      if (outside > 0) return 'canvas';
      const [u, v] = beforeRotation[scene.rotate]([p, q]);
      const upright: Point = [
        scene.flip.includes('h') ? 1 - u : u,
        scene.flip.includes('v') ? 1 - v : v,
      ];
      return toStored[scene.orientation - 1]?.(upright) ?? upright;
    },
  };
}
