export { randomRequests } from './compose-requests.ts';
export { readContent, type Content } from './content/read-content.ts';
export { securityHeaders, serveApp, type AppServer } from './serve.ts';
