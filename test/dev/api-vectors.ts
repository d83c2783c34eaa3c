import { readFileSync } from 'node:fs';

interface ApiVectors {
  apiErrors: { code: number; status: number | null; emulatorStatus?: number; retry: unknown }[];
  generalApiErrors: { code: number; status: number | null; emulatorStatus?: number }[];
  customIds: { id?: string; lengthInCharacters?: number; valid: boolean; message?: string }[];
  listFilters: {
    query: string;
    parsed?: { field: string; op: string; type: string | null; value: unknown }[];
    error?: { status: number; code: number; message: string };
  }[];
  variantOptions: {
    name: string;
    kind: string;
    values?: string[];
    min?: number | null;
    max?: number | null;
    default?: string;
  }[];
}

/** The vectors of the REST API and the upload host, from the specification. */
export const apiVectors = JSON.parse(
  readFileSync(new URL('../fixtures/api-vectors.json', import.meta.url), 'utf8'),
) as ApiVectors;
