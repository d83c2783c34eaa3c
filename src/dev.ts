export type { RateLimitOptions } from './dev/api/rate-limit.js';
export type { RequestLog, RequestRecord } from './dev/control/request-log.js';
export type { Seed, SeedImage, SeedVariant } from './dev/control/seed.js';
export type { Clock } from './dev/create-clock.js';
export { createEmulator, type Emulator, type EmulatorSnapshot } from './dev/create-emulator.js';
export type { EmulatorOptions } from './dev/emulator-options.js';
export type { Faults } from './dev/faults/create-faults.js';
export type { Fault, FaultEffect, FaultMatch } from './dev/faults/fault.js';
export { defaultGuesses, type GuessedUploadCode, type Guesses } from './dev/guesses.js';
export type { Outgoing, OutgoingFetch } from './dev/outgoing/outgoing-fetch.js';
export {
  type ServedEmulator,
  type ServeEmulatorOptions,
  serveEmulator,
} from './dev/serve-emulator.js';
export type { WebhookDelivery, WebhookOptions, Webhooks } from './dev/webhook/create-webhook.js';
export type { UploadEvent } from './dev/webhook/webhook-body.js';
