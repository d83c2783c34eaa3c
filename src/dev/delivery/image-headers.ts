import { type Explanation } from './explanation.js';
import { warningHeader } from './warning-header.js';

/** Seen on live transforms (2026-09): an image opened as a page can do nothing. */
const rasterPolicy =
  "default-src 'none'; navigate-to 'none'; form-action 'none'; img-src data:; style-src 'unsafe-inline'";

/** For SVG, a document that might do something: also an origin of its own and no scripts. */
const svgPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** The headers that every image answer has, 304 included. */
export function imageHeaders(answer: {
  etag: string;
  cacheControl: string;
  vary: readonly string[];
  explanation: Explanation;
  kind: 'raster' | 'svg' | 'json';
}): Headers {
  const headers = new Headers({
    etag: answer.etag,
    'cache-control': answer.cacheControl,
    'x-content-type-options': 'nosniff',
    'content-security-policy': answer.kind === 'svg' ? svgPolicy : rasterPolicy,
    'x-cf-images-explain': answer.explanation.toString(),
  });
  if (answer.vary.length > 0) headers.set('vary', answer.vary.join(', '));
  for (const text of answer.explanation.warnings) headers.append('warning', warningHeader(text));
  return headers;
}
