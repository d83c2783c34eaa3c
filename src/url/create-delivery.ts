import { ImagesError } from '../protocol/images-error.js';
import type { VariantSpec } from './variant-spec.js';

/** Where an account's images are served from, and in which forms. Made by `createDelivery`. */
export interface Delivery<Variant extends string = string, Flexible extends boolean = boolean> {
  readonly accountHash: string;
  /** Everything in front of the account hash, without a slash at the end. */
  readonly baseUrl: string;
  readonly flexible: Flexible;
  readonly variants: Readonly<Record<Variant, VariantSpec>>;
  /** Ascending. */
  readonly widths: readonly number[];
}

export type CreateDeliveryOptions<
  Variants extends Readonly<Record<string, VariantSpec>> = Readonly<Record<string, VariantSpec>>,
  Flexible extends boolean = boolean,
> = {
  /** From the dashboard, Images, "Account hash". Not the account id, and no secret. */
  accountHash: string;
  /**
   * Whether flexible variants are switched on for the account: URLs may then end in options.
   * @default false, as the service has it
   */
  flexible?: Flexible;
  /** The account's named variants. Once given, no other name compiles. */
  variants?: Variants;
  /**
   * The widths a flexible srcset is made of. One ladder for the whole project keeps the number
   * of files small that caches have to hold.
   * @default 192 384 576 800 1088 1200 1600 1920 2560
   */
  widths?: readonly number[];
} & (
  | {
      /** Host name of your own zone; images then come from its `/cdn-cgi/imagedelivery`. */
      domain?: string | undefined;
      origin?: never;
    }
  | {
      domain?: never;
      /** Everything in front of the account hash: the emulator, or a path that you rewrite. */
      origin?: string | undefined;
    }
);

// In a model of common screens and layouts these nine fetch 1.25 times the pixels needed, nine
// even steps 1.6. 1200 is the longest side that Cloudflare encodes as AVIF.
const ladder = [192, 384, 576, 800, 1088, 1200, 1600, 1920, 2560];

/**
 * The one place where an app states its account. Everything that makes a URL takes the result.
 *
 * ```ts
 * const delivery = createDelivery({ accountHash: 'ZWd9g1K7eljCn_KDTu_MWA', flexible: true });
 * ```
 */
export function createDelivery<
  const Variants extends Readonly<Record<string, VariantSpec>> = Readonly<
    Record<string, VariantSpec>
  >,
  Flexible extends boolean = false,
>(options: CreateDeliveryOptions<Variants, Flexible>): Delivery<keyof Variants & string, Flexible> {
  const { accountHash, domain, origin, flexible, variants, widths = ladder } = options;
  if (!accountHash || /[/\s]/.test(domain ?? '') || !(Math.min(...widths) > 0) || !widths.length)
    throw new ImagesError(
      'invalid-option',
      'createDelivery needs an accountHash (Cloudflare dashboard, Images); a domain is a bare host name, widths are pixels',
    );
  return {
    accountHash,
    baseUrl: domain
      ? `https://${domain}/cdn-cgi/imagedelivery`
      : (origin ?? 'https://imagedelivery.net').replace(/\/+$/, ''),
    // Both defaults are the ones the type parameters have.
    flexible: (flexible ?? false) as Flexible,
    variants: (variants ?? {}) as Variants,
    widths: [...new Set(widths)].sort((a, b) => a - b),
  };
}
