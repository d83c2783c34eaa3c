import type { Refusal } from '../refusal.js';

/** An entry of `messages`: something the sender should know although the call worked. */
export interface ApiMessage {
  code: number;
  message: string;
}

/** 200 with the envelope that every endpoint but the blob answers in. */
export function successAnswer(result: unknown, messages: readonly ApiMessage[] = []): Response {
  return Response.json({ result, success: true, errors: [], messages });
}

/** The same envelope for a no. */
export function failureAnswer(refusal: Refusal): Response {
  const error = { code: refusal.code, message: refusal.message };
  const errors = [refusal.chain.length === 0 ? error : { ...error, error_chain: refusal.chain }];
  return Response.json(
    { result: null, success: false, errors, messages: [] },
    { status: refusal.status },
  );
}

/** The other shape of a no that both hosts were seen to answer: `ERROR <code>: <message>`. */
export function textFailureAnswer(refusal: Refusal): Response {
  return new Response(`ERROR ${refusal.code}: ${refusal.message}`, {
    status: refusal.status,
    headers: { 'content-type': 'text/plain;charset=UTF-8' },
  });
}
