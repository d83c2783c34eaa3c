import { describe, expect, test } from 'vitest';
import { exceptions } from './exceptions.js';
import { findOperation, operations } from './operations.js';

describe('the operations of the contract', () => {
  test.each([
    ['GET', '/images/v1/stats', 'GET /images/v1/stats'],
    ['GET', '/images/v1/variants/hero/flat', 'GET /images/v1/variants/{variant_id}/flat'],
    ['GET', '/images/v1/a/b', 'GET /images/v1/{image_id}'],
    ['GET', '/images/v1/a%2Fb/blob', 'GET /images/v1/{image_id}/blob'],
    ['DELETE', '/images/v1/keys/default', 'DELETE /images/v1/keys/{signing_key_name}'],
    ['POST', '/images/v2/direct_upload', 'POST /images/v2/direct_upload'],
  ])('%s %s is found among them', (method, path, name) => {
    expect(findOperation('api', method, `/accounts/acc${path}`)?.name).toBe(name);
  });

  test('are six on the batch host, without an account in the path', () => {
    expect(operations.filter(({ host }) => host === 'batch')).toHaveLength(6);
    expect(findOperation('batch', 'GET', '/images/v2')?.name).toBe('batch: GET /images/v2');
    expect(findOperation('batch', 'PUT', '/images/v1/keys/a')).toBeUndefined();
  });

  test('deviate from the published description with a reason each', () => {
    for (const [name, { published, known, source }] of Object.entries(exceptions)) {
      for (const text of [published, known, source]) expect(text, name).toMatch(/\.$/);
    }
  });
});
