import { failureAnswer, textFailureAnswer } from '../api/api-answer.js';
import { deliveryFailureAnswer } from '../delivery/failure-answer.js';
import { Refusal } from '../refusal.js';
import { ConnectionLost } from './connection-lost.js';
import type { FaultEffect } from './fault.js';
import { limitStream } from './limit-stream.js';
import { wait } from './wait.js';

/** Answers a request the way a fault wants it; `answer` is how it would go without. */
export async function applyFault(
  effect: FaultEffect,
  { request, isDelivery }: { request: Request; isDelivery: boolean },
  answer: (request: Request) => Promise<Response>,
): Promise<Response> {
  if (effect.delayMs !== undefined) await wait(effect.delayMs, request.signal);
  const scripted = scriptedAnswer(effect, isDelivery);
  const response = scripted ?? (await answerSlowly(effect, request, answer));
  if (effect.loseAnswer) {
    await response.body?.cancel();
    throw new ConnectionLost();
  }
  const { sendBytesPerSecond: bytesPerSecond, cutAfterBytes: cutAfter } = effect;
  if (!response.body || (bytesPerSecond === undefined && cutAfter === undefined)) return response;
  const body = limitStream(response.body, { bytesPerSecond, cutAfter, signal: request.signal });
  return new Response(body, response);
}

function scriptedAnswer(effect: FaultEffect, isDelivery: boolean): Response | undefined {
  if (effect.status === undefined && !effect.successFalse) return undefined;
  const refusal = new Refusal(
    effect.status ?? 200,
    effect.code ?? (isDelivery ? 9523 : 5500),
    effect.message ?? 'Internal Server Error',
  );
  const response = isDelivery
    ? deliveryFailureAnswer(refusal, 'scripted fault')
    : effect.text
      ? textFailureAnswer(refusal)
      : failureAnswer(refusal);
  for (const [name, value] of Object.entries(effect.headers ?? {})) {
    response.headers.set(name, value);
  }
  return response;
}

async function answerSlowly(
  effect: FaultEffect,
  request: Request,
  answer: (request: Request) => Promise<Response>,
): Promise<Response> {
  const { receiveBytesPerSecond: bytesPerSecond, dropAfterReceivedBytes: cutAfter } = effect;
  if (!request.body || (bytesPerSecond === undefined && cutAfter === undefined)) {
    return answer(request);
  }
  let isCut = false;
  const onCut = () => {
    isCut = true;
  };
  const body = limitStream(request.body, {
    bytesPerSecond,
    cutAfter,
    onCut,
    signal: request.signal,
  });
  // `duplex` is missing from the DOM's type; without it a streamed body is refused.
  const init: RequestInit & { duplex: 'half' } = { body, duplex: 'half' };
  const response = await answer(new Request(request, init));
  if (isCut) throw new ConnectionLost();
  return response;
}
