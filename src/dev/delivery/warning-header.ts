import { headerText } from './header-text.js';

/** One value of a `Warning` header as the service writes it; its text cannot end the quotes. */
export function warningHeader(text: string): string {
  return `cf-images 299 "${headerText(text).replace(/["\\]/g, "'")}"`;
}
