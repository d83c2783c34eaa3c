import { ImagesError } from '../../protocol/images-error.js';
import type { ImagesAction } from './actions.js';
import { findGrantProblem, type Grant } from './grant.js';
import { Refusal } from './refusal.js';

export interface AuthorizeQuestion {
  action: ImagesAction;
  /** Read its headers, not its body: the handler needs that. */
  request: Request;
  /** The image in question, as the visitor named it; absent where there is none yet. */
  imageId?: string;
}

/**
 * Says whether a visitor may do something. `true`: with every image of the account. A `Grant`:
 * within it. `undefined` or `null`: no, we do not know who this is (401). `false`, or an error:
 * no (403). Anything else counts as an error.
 */
export type Authorize = (question: AuthorizeQuestion) => AuthorizeAnswer | Promise<AuthorizeAnswer>;

export type AuthorizeAnswer = boolean | Grant | undefined | null;

/** Asks `authorize` and answers what was granted; throws the refusal otherwise. */
export async function askPermission(
  authorize: Authorize,
  question: AuthorizeQuestion,
  onError: (error: unknown) => void,
): Promise<Grant> {
  let answer: unknown;
  try {
    answer = await authorize(question);
  } catch (error) {
    onError(error);
    answer = false;
  }
  if (answer === true) return {};
  if (answer === undefined || answer === null) {
    throw new Refusal(401, 'unauthorized', 'Sign in first.');
  }
  const problem = answer === false ? undefined : findGrantProblem(answer);
  if (problem !== undefined) {
    onError(
      new ImagesError(
        'invalid-option',
        `authorize answered something that is not a grant for "${question.action}": ${problem}. The request was denied.`,
      ),
    );
  }
  if (answer === false || problem !== undefined) {
    throw new Refusal(403, 'unauthorized', 'You may not do this.');
  }
  // Checked field by field just above.
  return answer as Grant;
}
