import { headerText } from './header-text.js';

/**
 * The facts behind one answer, one after the other, for the header `x-cf-images-explain`.
 * Nothing is ignored in silence: what was resolved, why, and what is missing stands there.
 */
export interface Explanation {
  add(name: string, value: string | number): void;
  /** An option that changes nothing here. */
  ignore(option: string, reason: string): void;
  /** An option that something else stands in for. */
  standIn(option: string, by: string): void;
  /** An option that the service has and the emulator has not. */
  notEmulated(option: string, instead: string): void;
  /** A text of the `Warning` header. */
  warn(text: string): void;
  readonly missing: readonly string[];
  readonly warnings: readonly string[];
  toString(): string;
}

/** Starts the explanation of one answer. */
export function createExplanation(): Explanation {
  const facts: string[] = [];
  const missing: string[] = [];
  const warnings: string[] = [];
  const add = (name: string, value: string | number) => {
    // A semicolon would look like the start of the next fact.
    facts.push(`${name}=${headerText(String(value)).replaceAll(';', '%3B')}`);
  };
  return {
    add,
    ignore(option, reason) {
      add('ignored', `${option} (${reason})`);
      warnings.push(`${option}: ${reason}`);
    },
    standIn: (option, by) => add('stand-in', `${option} (${by})`),
    notEmulated(option, instead) {
      add('not-emulated', `${option} (${instead})`);
      missing.push(option);
    },
    warn: (text) => warnings.push(text),
    missing,
    warnings,
    toString: () => facts.join('; '),
  };
}
