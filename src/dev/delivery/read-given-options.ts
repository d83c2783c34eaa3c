import type { Guesses } from '../guesses.js';
import { DeliveryError } from './delivery-error.js';
import type { Explanation } from './explanation.js';
import type { DeliveryOptions } from './option-table.js';
import { parseOptions } from './parse-options.js';

/**
 * The options of a URL, each of them said in the explanation. What is malformed or unknown is
 * ignored with a warning as long as one option is good (guesses.badOption).
 *
 * @throws DeliveryError 9401 when nothing good is left; `noneKnown` when not one key is known
 */
export function readGivenOptions(
  text: string,
  {
    surface,
    noneKnown,
  }: { surface: 'hosted' | 'remote'; noneKnown: { code: number; status: number } },
  explanation: Explanation,
  guesses: Pick<Guesses, 'badOption' | 'extraFits'>,
): DeliveryOptions {
  const { options, given, ignored, knownKeys } = parseOptions(text, surface, guesses);
  for (const [name, value] of given) {
    // Which format it became is said later, and why.
    if (name !== 'format') explanation.add(name, value);
  }
  for (const option of ignored) explanation.ignore(option.text, option.reason);
  if (knownKeys === 0) {
    throw new DeliveryError(
      noneKnown.code,
      noneKnown.status,
      'The URL holds no option that is known',
    );
  }
  if (ignored.length > 0 && (given.size === 0 || guesses.badOption === 'refuse')) {
    const reasons = ignored.map((option) => `${option.text} (${option.reason})`);
    throw new DeliveryError(9401, 400, `Invalid options: ${reasons.join(', ')}`);
  }
  return options;
}
