import { autoWidth } from './auto-width.js';
import type { Explanation } from './explanation.js';
import type { DeliveryOptions } from './option-table.js';
import { isSlowConnection } from './slow-connection.js';

const connectionHints = ['rtt', 'save-data', 'ect', 'downlink'];

/**
 * The options with what they leave to the browser filled in, from client hints and user agent,
 * and the request headers that the answer depends on because of it.
 */
export function resolveHints(
  options: DeliveryOptions,
  headers: Headers,
  explanation: Explanation,
): { options: DeliveryOptions; vary: readonly string[] } {
  const resolved: DeliveryOptions = { ...options };
  const vary: string[] = [];
  if (options.width === 'auto') {
    const { width, why } = autoWidth(options, headers);
    resolved.width = width;
    vary.push('Sec-CH-Viewport-Width', 'User-Agent');
    explanation.add('width', `${width} (${why})`);
  }
  const slowQuality = options['slow-connection-quality'];
  if (slowQuality !== undefined) {
    vary.push(...connectionHints);
    if (isSlowConnection(headers)) {
      resolved.quality = slowQuality;
      explanation.add('quality', `${slowQuality} (slow connection)`);
    }
  }
  return { options: resolved, vary };
}
