import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { createImagesClient } from '../../../src/server.js';
import { failure, type ScriptedAnswer, success, text } from '../scripted-service.js';
import { apiToken, connect, failureOf } from './connect.js';

it('shows the token and upload URLs nowhere', async () => {
  const uploadURL = 'https://upload.imagedelivery.net/secret-url';
  const echo: ScriptedAnswer = (outgoing, request) =>
    failure(403, 10000, `bad header ${request.headers.authorization}`)(outgoing, request);
  const { client } = await connect([echo, text(500, apiToken), success({ uploadURL })], {
    retries: 0,
  });
  const leaky = createImagesClient({
    accountId: 'acc',
    apiToken,
    retries: 0,
    fetch: async (request) => {
      const reason = `no route for ${request.headers.get('authorization')}`;
      throw Object.assign(new Error(reason), { request, token: apiToken });
    },
  });
  const output = [
    client,
    leaky,
    await failureOf(client.get('cat')),
    await failureOf(client.get('cat')),
    await failureOf(client.createDirectUpload()),
    await failureOf(leaky.get('cat')),
  ].flatMap((value) => [
    inspect(value, { depth: 10, showHidden: true }),
    JSON.stringify(value),
    String(value),
    value instanceof Error ? value.stack : '',
  ]);
  expect(output.join('\n')).not.toContain(apiToken);
  expect(output.join('\n')).not.toContain('secret-url');
});
