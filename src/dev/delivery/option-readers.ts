// One reader for each kind of value: the text of a URL in, the value out, undefined when the
// text is not one.

const digits = /^\d{1,9}$/;
const decimal = /^(?:\d{1,9}(?:\.\d*)?|\.\d+)$/;

/** A whole number from `min` to `max`. */
export function readInteger(min: number, max = Number.POSITIVE_INFINITY) {
  return (text: string): number | undefined => {
    const value = Number(text);
    return digits.test(text) && value >= min && value <= max ? value : undefined;
  };
}

/** A number from `min` to `max`, without sign or exponent. */
export function readNumber(min: number, max = Number.POSITIVE_INFINITY) {
  return (text: string): number | undefined => {
    const value = Number(text);
    return decimal.test(text) && value >= min && value <= max ? value : undefined;
  };
}

/** One of the words, as they are written. */
export function readWord<const Word extends string>(...words: readonly Word[]) {
  return (text: string): Word | undefined => words.find((word) => word === text);
}

/** Whichever of two readers understands the text. */
export function readEither<A, B>(
  first: (text: string) => A | undefined,
  second: (text: string) => B | undefined,
) {
  return (text: string): A | B | undefined => first(text) ?? second(text);
}

/** `true` or `false`. */
export function readBoolean(text: string): boolean | undefined {
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

/** A point of the picture as shares of its sides: `0.5x0.33`. */
export function readPoint(text: string): { x: number; y: number } | undefined {
  const share = readNumber(0, 1);
  const [x, y, more] = text.split('x').map(share);
  return x === undefined || y === undefined || more !== undefined || text.split('x').length !== 2
    ? undefined
    : { x, y };
}

/** A length of a picture: pixels when it was written as a whole number, else a share of the side. */
export type Length = { pixels: number } | { share: number };

export function readLength(text: string): Length | undefined {
  const pixels = readInteger(0)(text);
  if (pixels !== undefined) return { pixels };
  const share = readNumber(0, 1)(text);
  return share === undefined ? undefined : { share };
}

/** `top;right;bottom;left`. */
export function readSides(text: string) {
  const parts = text.split(';');
  const [top, right, bottom, left] = parts.map(readLength);
  if (parts.length !== 4 || !top || !right || !bottom || !left) return undefined;
  return { top, right, bottom, left };
}

/** Whole numbers joined by semicolons, in rising order. */
export function readIntegers(text: string): readonly number[] | undefined {
  const values = text.split(';').map(readInteger(1));
  return values.every((value) => value !== undefined) ? values.sort((a, b) => a - b) : undefined;
}
