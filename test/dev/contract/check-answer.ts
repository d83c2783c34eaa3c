import { failure, results, success } from './answer-shapes.js';

const names: readonly [RegExp, string][] = [
  [/^(v1|v2|v2\/direct_upload|v1\/(?:keys|stats|variants|config|batch_token))$/, '/$1'],
  [/^v1\/keys\/[^/]+$/, '/v1/keys/{name}'],
  [/^v1\/variants\/[^/]+\/flat$/, '/v1/variants/{id}/flat'],
  [/^v1\/variants\/[^/]+$/, '/v1/variants/{id}'],
  [/^v1\/direct_upload$/, '/v1/direct_upload'],
  [/^v1\/.+\/blob$/, '/v1/{image}/blob'],
  [/^v1\/.+$/, '/v1/{image}'],
];

/** The operation that a path below `/images/` names, as the contract spells it. */
export function nameOperation(method: string, path: string): string | undefined {
  const bare = path.replace(/\?.*$/s, '');
  const row = names.find(([pattern]) => pattern.test(bare));
  return row && `${method} ${bare.replace(row[0], row[1])}`;
}

/** What is wrong with an answer of the API, held against the contract. */
export function checkAnswer(method: string, path: string, status: number, body: unknown): string[] {
  if (status !== 200) return failure(body, 'answer');
  const shape = results[nameOperation(method, path) ?? ''];
  if (!shape) return [`${method} ${path} answered 200 and is in no contract`];
  return success(shape)(body, 'answer');
}
