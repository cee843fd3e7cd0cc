import { createBody, type Body, type BodyTables } from '@sacra/body';
import { decodeAtlas, type Atlas } from '@sacra/solve';
import { readFileSync } from 'node:fs';
import bodyTables from '../../src/lib/content/generated/body.json';

const decoded = decodeAtlas(readFileSync(new URL('../../static/atlas/reference.bin', import.meta.url)));
if (!decoded.ok) throw new Error('the baked poses cannot be read: run `npm run bake`');

/** Every pose as it is baked for the reference body, and that body. */
export const bakedPoses: Atlas = decoded.value;
export const bakedBody: Body = createBody(bakedPoses.person, bodyTables as unknown as BodyTables);
