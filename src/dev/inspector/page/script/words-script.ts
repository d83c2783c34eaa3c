/** Numbers, times and options in words. A module for the browser. */
export const wordsScript = String.raw`const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const clockTime = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
const dayAndTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

export const timeOf = (time) => clockTime.format(new Date(time));
export const dateOf = (time) => dayAndTime.format(new Date(time));
export const countOf = (count) => number.format(count);

/** For example "1 hour" or "25 minutes". */
export function spanOf(milliseconds) {
  const [unit, size] = units.find(([, each]) => milliseconds >= each) ?? units.at(-1);
  const count = Math.round(milliseconds / size);
  return count === 1 ? '1 ' + unit : count + ' ' + unit + 's';
}

export function bytesOf(count) {
  if (count < 1000) return count + ' B';
  if (count < 1_000_000) return number.format(count / 1000) + ' kB';
  return number.format(count / 1_000_000) + ' MB';
}

export const sizeOf = (width, height) => width + ' \u00d7 ' + height;
export const typeOf = (contentType) =>
  contentType
    .replace(/^image\//, '')
    .replace('+xml', '')
    .toUpperCase();
export const nameOf = (image) => image.filename ?? image.id;

/** How long the upload link of a draft is good for. */
export function linkOf(draft, now) {
  const left = (draft.expiresAt ?? 0) - now;
  return left > 0 ? 'link ends in ' + spanOf(left) : 'link has ended';
}

/** For example "scale-down, 1366 x 768, metadata none". */
export function optionsOf({ fit, width, height, metadata, blur, browser_ttl: ttl }) {
  const size =
    width && height
      ? sizeOf(width, height)
      : width
        ? width + ' wide'
        : height
          ? height + ' high'
          : '';
  return [
    fit,
    size,
    blur ? 'blur ' + blur : '',
    'metadata ' + metadata,
    ttl ? 'kept ' + spanOf(ttl * 1000) : '',
  ]
    .filter(Boolean)
    .join(', ');
}
`;
