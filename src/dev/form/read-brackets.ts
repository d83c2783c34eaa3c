import type { FormPart } from './parse-multipart.js';

/** `metadata[a][b]=1` and `metadata[tags][]=x` as an object whose leaves are all text. */
export function readBrackets(parts: readonly FormPart[]): Record<string, unknown> {
  const root = new Map<string, unknown>();
  for (const part of parts) {
    const names = [...part.name.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] as string);
    place(root, names, new TextDecoder().decode(part.bytes));
  }
  return toObject(root);
}

// Maps while building, so that a field called __proto__ is a field like any other.
function place(parent: Map<string, unknown>, names: readonly string[], value: string): void {
  const [name, ...inner] = names;
  if (name === undefined) return;
  const key = name === '' ? String(parent.size) : name;
  if (inner.length === 0) {
    parent.set(key, value);
    return;
  }
  const known = parent.get(key);
  const child = known instanceof Map ? (known as Map<string, unknown>) : new Map<string, unknown>();
  parent.set(key, child);
  place(child, inner, value);
}

function toObject(map: Map<string, unknown>): Record<string, unknown> {
  return Object.fromEntries([...map].map(([key, value]) => [key, toValue(value)]));
}

function toValue(value: unknown): unknown {
  if (!(value instanceof Map)) return value;
  const map = value as Map<string, unknown>;
  const isList = [...map.keys()].every((key, index) => key === String(index));
  return isList ? [...map.values()].map(toValue) : toObject(map);
}
