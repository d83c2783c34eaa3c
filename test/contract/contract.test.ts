import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { describeAccount } from './suite/account.js';
import { describeBatch } from './suite/batch.js';
import { createCoverage, wantedCells } from './suite/coverage.js';
import { describeDelivery } from './suite/delivery.js';
import { describeDirectUploads } from './suite/direct-uploads.js';
import { describeLists } from './suite/lists.js';
import { describeRefusals } from './suite/refusals.js';
import { createSubject, type Subject } from './suite/subject.js';
import { describeUploads } from './suite/uploads.js';
import { takeViolations } from './watch/answer-log.js';

// The same suite for the emulator and, when CF_ACCOUNT_ID, CF_API_TOKEN and CF_ACCOUNT_HASH are
// set, for Cloudflare. Every answer is held against the schemas as it arrives.
const coverage = createCoverage();
let subject: Subject;
const current = () => subject;
beforeAll(() => {
  subject = createSubject(coverage);
});
afterEach(async () => expect(await takeViolations()).toEqual([]));
afterAll(() => subject.close());

describe('the contract', () => {
  describeUploads(current);
  describeDirectUploads(current);
  describeLists(current);
  describeAccount(current);
  describeBatch(current);
  describeDelivery(current);
  describeRefusals(current);
});

// Last in the file, and so last of all: it looks at what the others have seen.
test('every operation was seen with every class of answer that it has', () => {
  const seen = coverage.seen();
  const wanted = wantedCells(subject.kind);
  expect(wanted.filter((cell) => !seen.has(cell))).toEqual([]);
  const answers = [...seen.values()].reduce((sum, each) => sum + each, 0);
  console.log(
    `contract: ${wanted.length} of ${wanted.length} pairs of operation and status class, ${answers} answers (${subject.kind})`,
  );
});
