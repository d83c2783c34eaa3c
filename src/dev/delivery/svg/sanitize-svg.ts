import { DeliveryError } from '../delivery-error.js';
import { writeSvg } from './write-svg.js';
import { XmlRefusal, xmlTokens } from './xml-tokens.js';

const maxBytes = 10 * 1024 * 1024;

function decodeDocument(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const label = /^[^<]*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new XmlRefusal(`it is not text in ${label}`);
  }
}

/**
 * An SVG written anew from what is known to draw: scripts, handlers, links, foreign content
 * and every reference to another document are gone, as the service removes them. It is never
 * drawn here, and nothing is copied from the source that was not understood.
 *
 * @throws DeliveryError 9412 for a document that cannot be read safely
 */
export function sanitizeSvg(bytes: Uint8Array): Uint8Array {
  try {
    if (bytes.byteLength > maxBytes) throw new XmlRefusal('it is larger than 10 MB');
    return new TextEncoder().encode(writeSvg(xmlTokens(decodeDocument(bytes))));
  } catch (error) {
    if (!(error instanceof XmlRefusal)) throw error;
    throw new DeliveryError(9412, 415, `The SVG is refused: ${error.message}`);
  }
}
