import type { FormPart } from './parse-multipart.js';

/** The text of a field, the first one where it stands twice; undefined when absent. */
export function readText(parts: readonly FormPart[], name: string): string | undefined {
  const part = parts.find((candidate) => candidate.name === name);
  return part && new TextDecoder().decode(part.bytes);
}

/** The file of a form, under whatever field name, when it has content or a file name. */
export function readFile(parts: readonly FormPart[], name: string): FormPart | undefined {
  return parts.find((candidate) => candidate.name === name);
}
