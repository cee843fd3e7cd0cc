/** Every page is written out at build time, so the first picture needs no script and any web server can host the app. */
export const prerender = true;
export const ssr = true;
export const trailingSlash = 'always';
