import { readFileSync } from 'node:fs';
import type { DeliveryOptions } from '../../../src/dev/delivery/option-table.js';
import type { Size } from '../../../src/dev/render/render-plan.js';

interface Weighted {
  weight: string;
}

/** The figures of the specification that concern delivery, as the fixture holds them. */
export interface DeliveryVectors {
  signing: (Weighted & {
    id: string;
    key: string;
    stringToSign: string;
    sig: string;
    expect: string;
    exp: number | null;
    url: string;
    mustEqualHmac: boolean;
  })[];
  fit: (Weighted & {
    id: string;
    source: { w: number; h: number };
    options: Record<string, string | number>;
    expected: { w: number; h: number };
    intermediate?: { w: number; h: number };
    crop?: { x: number; y: number };
  })[];
  widthAuto: (Weighted & {
    hints: boolean;
    viewport?: number;
    device?: 'mobile' | 'desktop';
    expected: number;
  })[];
  options: (Weighted & {
    name: keyof DeliveryOptions | 'border';
    aliases: string[];
    kind: string;
    min: number | null;
    max: number | null;
    values: (string | number)[] | null;
    typesOnlyValues?: string[];
    appliesTo: ('hosted' | 'remote')[];
    urlForm: boolean;
  })[];
  deliveryErrors: (Weighted & { code: number; status: number | null; messages?: string[] })[];
  hostedMapping: (Weighted & { when: string; status: number; code: number })[];
  warnings: (Weighted & { header: string; value: string; text: string })[];
  url: (Weighted & {
    id: string;
    input: string;
    kind: 'hosted' | 'remote';
    parsed: {
      accountHash?: string;
      imageId?: string;
      variant?: string | null;
      adapter?: string | null;
      options: Record<string, string> | null;
      source?: string;
      query: Record<string, string>;
    } | null;
    error?: { code: number; status: number };
  })[];
}

const file = new URL('../../fixtures/delivery-vectors.json', import.meta.url);

export const vectors = JSON.parse(readFileSync(file, 'utf8')) as DeliveryVectors;

/** The options of a fit vector as they stand in a URL. */
export function optionsText(options: Record<string, string | number>): string {
  return Object.entries(options)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join(',');
}

export function asSize({ w, h }: { w: number; h: number }): Size {
  return { width: w, height: h };
}
