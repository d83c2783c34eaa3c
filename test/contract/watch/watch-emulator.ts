import type { Emulator, EmulatorOptions, RequestRecord } from '../../../src/dev.js';
import { watchAnswer } from './answer-log.js';
import { type Leniency, strict } from './exchange.js';

type Create = (options?: EmulatorOptions) => Emulator;

/** An emulator as `create` makes it, whose every answer is checked on its way out. */
export function watchEmulator(create: Create, options: EmulatorOptions = {}): Emulator {
  const faulty: RequestRecord[] = [];
  const emulator = create({
    ...options,
    onRequest(record) {
      if (record.faulty) faulty.push(record);
      options.onRequest?.(record);
    },
  });
  const base = leniencyOf(options);
  return {
    ...emulator,
    async fetch(input, init) {
      const isReady = input instanceof Request && init === undefined;
      const request = isReady ? input : new Request(input, init);
      const response = await emulator.fetch(request);
      const index = faulty.findIndex((record) => isRecordOf(record, request, response));
      if (index >= 0) faulty.splice(index, 1);
      return watchAnswer(request, response, { ...base, faulty: index >= 0 });
    },
  };
}

function isRecordOf(record: RequestRecord, request: Request, response: Response): boolean {
  const [path = ''] = record.path.split('?');
  return (
    record.method === request.method &&
    record.status === response.status &&
    new URL(request.url).pathname.endsWith(path)
  );
}

/** What the options of an emulator excuse. */
export function leniencyOf({ guesses = {}, textFailures = false }: EmulatorOptions): Leniency {
  return {
    ...strict,
    textFailures,
    plainLinks: guesses.uploadLinkGone === 'plain-text',
    otherStatuses: guesses.uploadStatus !== undefined || guesses.privateDeny === '401',
  };
}
