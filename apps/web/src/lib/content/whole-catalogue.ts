import { createCatalogue, type Catalogue, type Pose } from '@sacra/pose';
import poses from './generated/poses.json';

/** All poses with everything that is said of them. Checked when it is made (tools), so it is taken at its word here. */
export const wholeCatalogue: Catalogue = createCatalogue(poses as unknown as readonly Pose[]);
