import * as React from 'react';
import type { Delivery } from '../url/create-delivery.js';
import { getImageProps } from '../url/get-image-props.js';
import type { ImageRequest } from '../url/image-request.js';

/** What a bound `CfImage` takes: an `ImageRequest`, and of `<img>` everything it leaves free. */
export type BoundCfImageProps<
  Variant extends string = string,
  Flexible extends boolean = boolean,
> = ImageRequest<Variant, Flexible> &
  Omit<
    React.ComponentPropsWithRef<'img'>,
    'src' | 'srcSet' | 'sizes' | 'alt' | 'width' | 'height' | 'loading' | 'fetchPriority'
  >;

export type CfImageProps<
  Variant extends string = string,
  Flexible extends boolean = boolean,
> = BoundCfImageProps<NoInfer<Variant>, Flexible> & {
  /** The account to fetch from; see `createDelivery`. */
  delivery: Delivery<Variant, Flexible>;
};

// React 19 has `use`. Before it, refs do not arrive as props and the DOM spelling of
// fetchPriority is warned about and dropped.
const modern = 'use' in React;

function acceptRef<Props>(component: (props: Props) => React.ReactElement): typeof component {
  if (modern) return component;
  // The component takes `ref` among its props, which the types of forwardRef cannot say.
  return React.forwardRef((props, ref) =>
    component({ ...props, ref } as Props),
  ) as unknown as typeof component;
}

/**
 * A responsive `<img>` for one hosted image: the right file for every screen, no layout shift,
 * lazy unless `priority`. Needs no context and no hook, so it renders in server components.
 */
export const CfImage = /* @__PURE__ */ acceptRef(function CfImage<
  Variant extends string = string,
  Flexible extends boolean = boolean,
>({ delivery, ...request }: CfImageProps<Variant, Flexible>): React.ReactElement {
  return (
    <img
      {...getImageProps(
        delivery,
        request as ImageRequest<Variant, Flexible>,
        modern ? 'fetchPriority' : 'fetchpriority',
      )}
    />
  );
}) as <Variant extends string = string, Flexible extends boolean = boolean>(
  props: CfImageProps<Variant, Flexible>,
) => React.ReactElement;

/** `CfImage` with the delivery bound, so that an app states its account once. Call it in a module. */
export function createCfImage<Variant extends string, Flexible extends boolean>(
  delivery: Delivery<Variant, Flexible>,
): (props: BoundCfImageProps<Variant, Flexible>) => React.ReactElement {
  return acceptRef((props: BoundCfImageProps<Variant, Flexible>) => (
    <CfImage {...({ ...props, delivery } as CfImageProps<Variant, Flexible>)} />
  ));
}
