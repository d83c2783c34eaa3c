import { describe, expect, test } from 'vitest';
import { parseHostedPath } from '../../../src/dev/delivery/hosted-path.js';
import { parseOptions } from '../../../src/dev/delivery/parse-options.js';
import { parseRemotePath } from '../../../src/dev/delivery/remote-path.js';
import { defaultGuesses } from '../../../src/dev/guesses.js';
import { vectors } from './delivery-vectors.js';

const options = (text: string, surface: 'hosted' | 'remote') => {
  return Object.fromEntries(parseOptions(text, surface, defaultGuesses).given);
};

const rowsOf = (kind: 'hosted' | 'remote') => {
  return vectors.url.filter((row) => row.kind === kind).map((row) => [row.id, row] as const);
};

describe('hosted URLs', () => {
  test.each(rowsOf('hosted'))('%s', (_, { input, parsed }) => {
    const path = new URL(input).pathname.replace('/cdn-cgi/imagedelivery', '');
    const parts = parseHostedPath(path);
    if (parsed === null) {
      expect(parts).toBeUndefined();
      return;
    }
    const { options: text, variant, ...names } = { options: undefined, variant: null, ...parts };
    expect(names).toEqual({ accountHash: parsed.accountHash, imageId: parsed.imageId });
    expect(variant).toBe(parsed.variant);
    expect(text === undefined ? null : options(text, 'hosted')).toEqual(parsed.options);
  });

  test.each([
    ['an encoded slash in the id', '/h/a%2Fb/public', 'a/b'],
    ['a literal %2F in the id', '/h/a%252Fb/public', 'a%2Fb'],
    ['a space', '/h/a%20b/public', 'a b'],
    ['an equals sign in the id', '/h/a=b/public', 'a=b'],
    ['two slashes', '/h/a//b/public', 'a//b'],
  ])('%s is decoded once', (_, path, id) => {
    expect(parseHostedPath(path)).toEqual({ accountHash: 'h', imageId: id, variant: 'public' });
  });

  test.each(['', '/', '/h', '/h/', '/h/id', '/h/id/', '/h//public', '/h/%ff/public', '/h/id/%'])(
    '%j is no image',
    (path) => {
      expect(parseHostedPath(path)).toBeUndefined();
    },
  );
});

describe('transformation URLs', () => {
  test.each(rowsOf('remote'))('%s', (_, { input, parsed, error }) => {
    const url = new URL(input);
    const path = url.pathname.replace('/cdn-cgi/image', '');
    if (parsed === null) {
      expect(() => parseRemotePath(path, url.search)).toThrow(
        expect.objectContaining({ ...error }),
      );
      return;
    }
    const parts = parseRemotePath(path, url.search);
    expect(parts.adapter ?? null).toBe(parsed.adapter);
    expect(parts.source).toBe(parsed.source);
    expect(options(parts.options, 'remote')).toEqual(parsed.options);
  });

  test('the query belongs to the source', () => {
    expect(parseRemotePath('/w=1/a.jpg', '?v=2').source).toBe('/a.jpg?v=2');
  });
});
