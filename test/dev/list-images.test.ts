import { describe, expect, test } from 'vitest';
import { apiVectors } from './api-vectors.js';
import { type Answer, createApi } from './api-client.js';
import { samplePng } from './sample-image.js';

async function createFilled(
  images: { id: string; metadata?: object; creator?: string }[],
  options = {},
) {
  const bytes = new Uint8Array(await (await samplePng()).arrayBuffer());
  const start = Date.parse('2026-01-01T00:00:00Z');
  const api = createApi(options);
  await api.emulator.seed({
    images: images.map((image, index) => ({
      ...image,
      metadata: { ...image.metadata },
      bytes,
      uploaded: new Date(start + index * 1000),
    })),
  });
  const ids = async (query: string, version = 'v2') => {
    const answer = await api.call('GET', `${version}?${query}`);
    if (answer.status !== 200) return answer;
    return answer.body.result.images.map((image: { id: string }) => image.id) as string[];
  };
  return { ...api, ids };
}

const named = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `i${String(index).padStart(2, '0')}` }));

describe('the list of version 2', () => {
  test('walks through all images, newest first, then says null', async () => {
    const { call } = await createFilled(named(25));
    const seen: string[] = [];
    let token: string | null = '';
    while (token !== null) {
      const query: string = token ? `&continuation_token=${encodeURIComponent(token)}` : '';
      const { result }: Answer['body'] = (await call('GET', `v2?per_page=10${query}`)).body;
      seen.push(...result.images.map((image: { id: string }) => image.id));
      token = result.continuation_token;
    }
    expect(seen).toEqual(
      named(25)
        .map(({ id }) => id)
        .reverse(),
    );
  });

  test('turns round for asc', async () => {
    const { ids } = await createFilled(named(3));
    expect(await ids('sort_order=asc')).toEqual(['i00', 'i01', 'i02']);
    expect(await ids('sort_order=desc')).toEqual(['i02', 'i01', 'i00']);
  });

  test('neither repeats nor skips when images come and go between pages', async () => {
    const { call, ids, emulator } = await createFilled(named(22));
    const first = (await call('GET', 'v2?per_page=10')).body.result;
    await call('DELETE', 'v1/i12');
    await call('DELETE', 'v1/i05');
    await emulator.seed({ images: [{ id: 'new', bytes: await samplePng() }] });
    const rest = await ids(`per_page=100&continuation_token=${first.continuation_token}`);
    expect(rest).toEqual(
      named(12)
        .map(({ id }) => id)
        .reverse()
        .filter((id) => id !== 'i05'),
    );
  });

  test('narrows to a creator, and the empty one means none', async () => {
    const { ids } = await createFilled([{ id: 'a', creator: 'ann' }, { id: 'b' }]);
    expect(await ids('creator=ann')).toEqual(['a']);
    expect(await ids('creator=')).toEqual(['b']);
    expect(await ids('creator=nobody')).toEqual([]);
  });

  test.each([
    'per_page=9',
    'per_page=10001',
    'per_page=ten',
    'per_page=',
    'sort_order=up',
    'continuation_token=xyz',
    'continuation_token=%00',
  ])('refuses %s', async (query) => {
    const { call } = createApi();
    const { status, body } = await call('GET', `v2?${query}`);
    expect(status).toBe(400);
    expect(body.errors[0]?.code).toBe(5400);
  });

  test('holds 10,000 a page, 1,000 unless asked', async () => {
    const { emulator, call } = createApi();
    const bytes = new Uint8Array(await (await samplePng()).arrayBuffer());
    await emulator.seed({ images: Array.from({ length: 1001 }, () => ({ bytes })) });
    expect((await call('GET', 'v2')).body.result.images).toHaveLength(1000);
    expect((await call('GET', 'v2?per_page=10000')).body.result.images).toHaveLength(1001);
    expect((await call('GET', 'v1')).body.result.images).toHaveLength(1000);
    expect((await call('GET', 'v1?page=2')).body.result.images).toHaveLength(1);
    expect((await call('GET', 'v1?page=3')).body.result.images).toHaveLength(0);
  });
});

describe('filters on metadata', () => {
  const all = [
    { id: 'active', metadata: { status: 'active', priority: 1, region: { name: 'eu-west' } } },
    { id: 'deleted', metadata: { status: 'deleted', priority: 5, ratings: 4 } },
    { id: 'flagged', metadata: { status: 'flagged', priority: '3', enabled: true } },
    { id: 'other', metadata: { status: 4, ratings: '5', enabled: 'true' } },
  ];

  const matching: Record<string, string[]> = {
    'meta.status[eq:string]=active': ['active'],
    'meta.status[in]=pending|deleted|flagged': ['deleted', 'flagged'],
    'meta.ratings[in:number]=4|5': ['deleted'],
    'meta.priority[gte:number]=1&meta.priority[lte:number]=5': ['active', 'deleted'],
    'meta.region.name[eq]=eu-west': ['active'],
    'meta.enabled[eq:boolean]=true': ['flagged'],
    'meta.status%5Beq%5D=active': ['active'],
  };

  test.each(apiVectors.listFilters.filter((vector) => vector.parsed))(
    'finds by vector %j',
    async ({ query }) => {
      const { ids } = await createFilled(all);
      expect(matching).toHaveProperty([query]);
      expect(await ids(`${query}&sort_order=asc`)).toEqual(matching[query]);
    },
  );

  test.each(apiVectors.listFilters.filter((vector) => vector.error))(
    'refuses vector %j',
    async ({ query, error }) => {
      const { status, body } = await createApi().call('GET', `v2?${query}`);
      expect(status).toBe(error?.status);
      expect(body.errors).toEqual([{ code: error?.code, message: error?.message }]);
    },
  );

  test.each([
    ['meta.priority[gt]=1', ['deleted']],
    ['meta.priority[lt]=5', ['active']],
    ['meta.priority[gt]=1&meta.priority[lt]=5', []],
    ['meta.status[eq:number]=4', ['other']],
    ['meta.status[eq:string]=4', []],
    ['meta.ratings[eq]=5', ['other']],
    ['meta.ratings[eq]=4', ['deleted']],
    ['meta.status[in]=4|active', ['active', 'other']],
    ['meta.status[in:string]=4|active', ['active']],
    ['meta.status[eq]=active&meta.status[eq]=deleted', []],
    ['meta.status[eq]=active&creator=ann', []],
    ['meta.constructor[eq]=x', []],
  ])('%s finds %j', async (query, expected) => {
    const { ids } = await createFilled(all);
    expect(await ids(`${query}&sort_order=asc`)).toEqual(expected);
  });

  test('takes an untyped value for text only when told to guess so', async () => {
    const { ids } = await createFilled(all, { guesses: { untypedEq: 'text' } });
    expect(await ids('meta.ratings[eq]=4')).toEqual([]);
    expect(await ids('meta.ratings[eq]=5')).toEqual(['other']);
  });

  test.each([
    'meta.a[in:boolean]=true',
    'meta.a[gt:string]=x',
    'meta.a[gt]=x',
    'meta.a[eq:number]=',
    'meta.a[eq:boolean]=yes',
    'meta.a=x',
    'meta.[eq]=x',
    'meta.a-b[eq]=x',
    'meta.a.b.c.d.e.f[eq]=x',
    `meta.${'a'.repeat(101)}[eq]=x`,
    'meta.a[in]=1|2|3|4|5|6|7|8|9|10|11',
  ])('refuses %s', async (query) => {
    const { status, body } = await createApi().call('GET', `v2?${query}`);
    expect(status).toBe(400);
    expect(body.errors[0]?.code).toBe(5400);
  });

  test.each([
    'meta.a.b.c.d.e[eq]=x',
    `meta.${'a'.repeat(100)}[eq]=x`,
    'meta.a[in]=1|2|3|4|5|6|7|8|9|10',
    'meta.a[eq]=1&meta.a[gt]=1&meta.b[gt]=1&meta.b[lt]=1&meta.c[in]=1',
  ])('takes %s', async (query) => {
    expect((await createApi().call('GET', `v2?${query}`)).status).toBe(200);
  });
});

test('the deprecated list of version 1 counts pages', async () => {
  const { ids } = await createFilled(named(25));
  expect(await ids('per_page=10&page=3', 'v1')).toEqual(['i04', 'i03', 'i02', 'i01', 'i00']);
  const guessed = await createFilled(named(25), { guesses: { v1PageSize: 20 } });
  expect(await guessed.ids('', 'v1')).toHaveLength(20);
});
