import { buildMetadataQuery, parseMetadataQuery } from '../../../protocol/metadata-filter.js';
import type { MetadataFilters } from '../../../protocol/metadata-filter.js';
import { publishedLimits } from '../../../protocol/published-limits.js';
import { answerJson } from '../answer.js';
import { isGranted } from '../is-granted.js';
import { Refusal } from '../refusal.js';
import { toWireImage } from '../to-wire-image.js';
import type { Route, RouteContext } from './route.js';

// Cloudflare's own default of 1000 is more than a page of anything shows.
const defaultPageSize = 100;

/** `GET /images`: a page of images. Within an id prefix, a page can be short and not the last. */
export const listImagesRoute: Route = { action: 'list', namesImage: false, run: listImages };

async function listImages({ request, query, grant, settings }: RouteContext): Promise<Response> {
  const asked = query.get('creator') ?? undefined;
  const filters = readFilters(query, settings.publicMetadata);
  // Whoever may not see creators could otherwise ask for one name after the other.
  if (asked !== undefined && grant.creator === undefined && !settings.publicCreator) {
    throw new Refusal(
      400,
      'bad-request',
      'Images cannot be filtered by creator: publicCreator of createImagesHandler is off.',
    );
  }
  // Cloudflare filters before the prefix is looked at, so a cursor without images would tell
  // that somebody else's images match.
  if (grant.idPrefix !== undefined && Object.keys(filters).length > 0) {
    throw new Refusal(400, 'bad-request', 'Images within an id prefix cannot be filtered.');
  }
  const sort = readSort(query.get('sort'));
  const limit = readLimit(query.get('limit'));
  // Another's images are not refused but absent, like everywhere.
  if (grant.creator !== undefined && asked !== undefined && asked !== grant.creator) {
    return answerJson({ images: [], cursor: null });
  }
  const creator = grant.creator ?? asked;
  const cursor = query.get('cursor');
  const page = await settings.images.list({
    limit,
    ...(cursor ? { cursor } : {}),
    ...(sort === undefined ? {} : { sort }),
    ...(creator === undefined ? {} : { creator }),
    meta: filters,
    signal: request.signal,
  });
  const images = page.images.filter((image) => isGranted(image, grant));
  return answerJson({
    images: images.map((image) => toWireImage(image, settings)),
    cursor: page.cursor,
  });
}

function readFilters(query: URLSearchParams, publicMetadata: readonly string[]): MetadataFilters {
  const filters = parseMetadataQuery(query);
  const problem = typeof filters === 'string' ? filters : buildMetadataQuery(filters);
  if (typeof filters === 'string' || typeof problem === 'string') {
    throw new Refusal(400, 'bad-request', `${problem}.`);
  }
  // A filter on a hidden field would let its value be guessed, letter by letter.
  const hidden = Object.keys(filters).find(
    (field) => !publicMetadata.includes(field.split('.')[0] ?? ''),
  );
  if (hidden !== undefined) {
    throw new Refusal(
      400,
      'bad-request',
      `Images cannot be filtered by "${hidden}": it is not in publicMetadata of createImagesHandler.`,
    );
  }
  return filters;
}

function readSort(sort: string | null): 'asc' | 'desc' | undefined {
  if (sort === null) return undefined;
  if (sort === 'asc' || sort === 'desc') return sort;
  throw new Refusal(400, 'bad-request', '"sort" is "asc" or "desc".');
}

/** Clamped to what Cloudflare takes: who asks for 5 images gets 10, and a cursor that fits. */
function readLimit(limit: string | null): number {
  if (limit === null) return defaultPageSize;
  if (!/^[1-9]\d{0,5}$/.test(limit)) {
    throw new Refusal(400, 'bad-request', '"limit" is a whole number from 1.');
  }
  return Math.min(
    Math.max(Number(limit), publishedLimits.minPageSize),
    publishedLimits.maxPageSize,
  );
}
