import type {
  createDeliverer,
  DelivererParts,
} from '../../../src/dev/delivery/create-deliverer.js';
import { watchAnswer } from './answer-log.js';
import { leniencyOf } from './watch-emulator.js';

/** A deliverer as `create` makes it, whose every answer is checked on its way out. */
export function watchDeliverer(
  create: typeof createDeliverer,
  parts: DelivererParts,
): ReturnType<typeof createDeliverer> {
  const deliver = create(parts);
  const leniency = leniencyOf({ guesses: parts.guesses });
  return async (delivery) => watchAnswer(delivery.request, await deliver(delivery), leniency);
}
