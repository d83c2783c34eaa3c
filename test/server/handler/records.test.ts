import { describe, expect, it } from 'vitest';
import { type ImageRecord } from '../../../src/server.js';
import { fakeImages, record, setUp } from './set-up.js';

describe('records', () => {
  it('show only the metadata that is public', async () => {
    const { call } = setUp({ publicMetadata: ['album', 'constructor', '__proto__'] });
    for (const path of ['/image?id=a', '/images', '/status?id=a']) {
      const { body } = await call('GET', path);
      const image = body.image ?? body.images[0];
      expect(image).toEqual({ ...record('a'), meta: { album: 'sea' }, creator: null });
      expect(JSON.stringify(body)).not.toContain('secret-invoice');
    }
  });

  it('are filtered by public metadata only', async () => {
    const { call, images } = setUp({ publicMetadata: ['album'] });
    await call('GET', '/images?meta.album[eq:string]=sea&meta.album.year[gte]=2020');
    expect(images.list.mock.calls[0]?.[0]?.meta).toEqual({
      album: { eq: 'sea' },
      'album.year': { gte: 2020 },
    });
    for (const query of [
      'meta.invoice[eq:string]=a',
      'meta.invoice.x[eq]=a',
      'meta.constructor[eq]=a',
      'meta.__proto__[eq]=a',
      'meta.album=a',
      'meta.album[not-eq]=a',
      'meta.album[gt]=a',
      'sort=random',
      'limit=0',
      'limit=ten',
    ]) {
      expect((await call('GET', `/images?${query}`)).status, query).toBe(400);
    }
  });

  it('keep the metadata of the server through an update', async () => {
    const { call, images } = setUp({ allowedMetadata: ['album', 'title'] });
    const metadata = { title: 'Waves', invoice: 'stolen' };
    await call('PATCH', '/image?id=a', { json: { metadata } });
    expect(images.update.mock.calls[0]?.[1]?.metadata).toEqual({
      invoice: 'secret-invoice',
      title: 'Waves',
    });
  });
});

describe('status', () => {
  it('tells draft, ready and unknown apart', async () => {
    const { call } = setUp({}, fakeImages([record('a'), record('d', { draft: true })]));
    expect((await call('GET', '/status?id=d')).body).toEqual({ status: 'draft' });
    expect((await call('GET', '/status?id=a')).body).toMatchObject({ status: 'ready' });
    expect((await call('GET', '/status?id=x')).body).toEqual({ status: 'unknown' });
  });

  it('runs onStored once for an image, with all that is known of it', async () => {
    const stored: ImageRecord[] = [];
    const onStored = async ({ image }: { image: ImageRecord }) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      stored.push(image);
    };
    const { call } = setUp({ onStored });
    await Promise.all([call('GET', '/status?id=a'), call('GET', '/status?id=a')]);
    await call('GET', '/status?id=a');
    expect(stored).toEqual([record('a')]);
  });

  it('runs onStored again after it failed, and not for drafts', async () => {
    let runs = 0;
    const onStored = () => {
      runs += 1;
      if (runs === 1) throw new Error('the database is away');
    };
    const images = fakeImages([record('a'), record('d', { draft: true })]);
    const { call, errors } = setUp({ onStored }, images);
    expect((await call('GET', '/status?id=d')).status).toBe(200);
    expect(runs).toBe(0);
    expect((await call('GET', '/status?id=a')).status).toBe(500);
    expect(errors).toHaveLength(1);
    expect((await call('GET', '/status?id=a')).status).toBe(200);
    expect((await call('GET', '/status?id=a')).status).toBe(200);
    expect(runs).toBe(2);
  });
});
