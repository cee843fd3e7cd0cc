/** The library comes without types; these are the parts that are used. */
declare module 'subset-font' {
  export interface SubsetOptions {
    readonly targetFormat: 'woff2';
    /** A value pins an axis there; a range keeps that part of it. */
    readonly variationAxes?: Readonly<Record<string, number | { readonly min: number; readonly max: number }>>;
  }

  // eslint-disable-next-line no-restricted-exports -- it is what the library does
  export default function subsetFont(font: Buffer, text: string, options: SubsetOptions): Promise<Buffer>;
}
