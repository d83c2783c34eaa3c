import { publishedLimits } from '../../protocol/published-limits.js';
import { countMetadataBytes } from '../client/check-metadata.js';
import type { Grant } from './grant.js';
import type { HandlerSettings } from './handler-settings.js';
import { pickFields } from './pick-fields.js';
import { Refusal } from './refusal.js';

/**
 * The metadata of an image after a ticket or an update: the fields of the server as they were,
 * those the other end may set as it sent them, and over both what the grant says. Undefined when
 * there is none to send.
 */
export function buildMetadata(
  before: Readonly<Record<string, unknown>>,
  sent: Readonly<Record<string, unknown>> | undefined,
  grant: Grant,
  { allowedMetadata }: Pick<HandlerSettings, 'allowedMetadata'>,
): Record<string, unknown> | undefined {
  if (sent === undefined && grant.metadata === undefined) return undefined;
  const kept = Object.keys(before).filter(
    (name) => sent === undefined || !allowedMetadata.includes(name),
  );
  const metadata = {
    ...pickFields(before, kept),
    ...pickFields(sent ?? {}, allowedMetadata),
    ...grant.metadata,
  };
  if (countMetadataBytes(metadata) > publishedLimits.maxMetadataBytes) {
    throw new Refusal(
      400,
      'bad-request',
      `The metadata is over ${publishedLimits.maxMetadataBytes} bytes.`,
    );
  }
  return metadata;
}
