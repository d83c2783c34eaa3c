// The peers are installed in this folder alone, by `npm run bench`. Types are checked without
// them: this is the little of each that the benchmarks touch.

declare module 'ipx' {
  import type { RequestListener } from 'node:http';

  export interface IPXStorage {
    name: string;
    getMeta(id: string): { mtime?: Date };
    getData(id: string): ArrayBuffer;
  }
  type IPX = (
    id: string,
    modifiers: Record<string, string>,
  ) => { process(): Promise<{ data: Buffer | string; format?: string }> };
  export function createIPX(options: { storage: IPXStorage }): IPX;
  export function createIPXWebServer(ipx: IPX): (request: Request) => Promise<Response>;
  export function createIPXNodeServer(ipx: IPX): RequestListener;
}

declare module '@unpic/react' {
  import type { FunctionComponent, ImgHTMLAttributes } from 'react';

  interface UnpicProps extends ImgHTMLAttributes<HTMLImageElement> {
    layout: 'constrained' | 'fixed' | 'fullWidth';
  }
  export const Image: FunctionComponent<UnpicProps>;
}

declare module '@unpic/react/base' {
  import type { FunctionComponent, ImgHTMLAttributes } from 'react';

  interface UnpicBaseProps extends ImgHTMLAttributes<HTMLImageElement> {
    layout: 'constrained' | 'fixed' | 'fullWidth';
    transformer: (src: string, operations: { width: number }) => string;
  }
  export const Image: FunctionComponent<UnpicBaseProps>;
}

declare module 'unpic/providers/cloudflare_images' {
  export function transform(src: string, operations: { width: number }): string;
}
