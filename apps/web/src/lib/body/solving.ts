import type { BodyTables } from '@sacra/body';
import { createCatalogue, type Catalogue, type Pose } from '@sacra/pose';
import tables from '../content/generated/body.json';
import poses from '../content/generated/solving.json';

// For workers only: these hold every shape, which no screen needs. They are checked when they are made (tools).

/** All poses with their shapes. */
export const solvableCatalogue: Catalogue = createCatalogue(poses as unknown as readonly Pose[]);

export const bodyTables = tables as unknown as BodyTables;
