import { isSafeCss } from './safe-css.js';
import { allowedAttributes } from './svg-names.js';

const localTarget = /^#[^\s"'<>]*$/;
const inlineImage = /^data:image\/(?:png|jpeg|jpg|gif|webp);base64,[\w+/=\s]*$/i;

/** True for an attribute that is known to draw, with a value that reaches nothing outside. */
export function isSafeAttribute(element: string, name: string, value: string): boolean {
  if (!allowedAttributes.has(name)) return /^aria-[a-z]+$/.test(name);
  if (name === 'href' || name === 'xlink:href') {
    const shows = element === 'image' || element === 'feImage';
    return localTarget.test(value) || (shows && inlineImage.test(value));
  }
  // An animation must not write what could not have stood there.
  if (name === 'attributeName') return allowedAttributes.has(value) && !/href|^style$/.test(value);
  // Many attributes are read as CSS, where escapes can spell anything and url() reaches out.
  return !/[\\(]|javascript:/i.test(value) || isSafeCss(value);
}
