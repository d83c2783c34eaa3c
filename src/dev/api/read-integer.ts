import { badRequest } from '../refusal.js';

/** A whole number of the query within its bounds; `fallback` when absent. */
export function readInteger(
  query: URLSearchParams,
  name: string,
  bounds: { min: number; max: number; fallback: number },
): number {
  const text = query.get(name);
  if (text === null) return bounds.fallback;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= bounds.min && value <= bounds.max) return value;
  throw badRequest(`${name} must be a number from ${bounds.min} to ${bounds.max}`);
}
