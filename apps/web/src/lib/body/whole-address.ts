import { asset } from '$app/paths';

/** The address of one of the app's files in full: a worker's own address is another one, so it can't be told a short one. */
export const wholeAddress = (path: '/atlas/figure.bin' | '/atlas/reference.bin'): string =>
  new URL(asset(path), location.href).href;
