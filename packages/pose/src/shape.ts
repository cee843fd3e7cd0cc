import type { Vec3 } from '@sacra/geometry';

/**
 * The language of a shape: what the body touches, how its parts are turned, what its joints would like, and what gives way first.
 *
 * Conventions. A paired name without a side (`hand`, `knee.flexion`) means both sides; `.left` / `.right` means one.
 * Lengths end in `M` and are metres on a body 1.70 m tall; the solver scales them with stature (props keep their size).
 * Angles end in `Deg`. Everything is written for the right side leading; the left is the exact mirror.
 * World: x towards the front of the mat, y to the left of someone facing the front, z up.
 */

/** `must` is kept within 2 mm or the keyframe says so; `aim` is wished for and gives way in its turn. */
export type Tier = 'must' | 'aim';

/** How tightly one wish is held compared with its group: `firm` halves the tolerance, `loose` doubles it. */
export type Hold = 'firm' | 'plain' | 'loose';

/** A face of a segment in its rest posture (standing, arms hanging, palms to the thighs). The palm is `inner`, fingertips point `down`. */
export type Face = 'front' | 'back' | 'up' | 'down' | 'inner' | 'outer' | 'left' | 'right';

/** A direction in the world. `outward` is +y for a left part and -y for a right part: away from the middle while the body faces front or down. */
export type Heading = 'forward' | 'backward' | 'up' | 'down' | 'left' | 'right' | 'outward' | 'inward';

/** A patch of skin that lies on a surface. */
export interface ContactWish {
  readonly patch: string;
  /** `mat` (default) or the name of a prop of this shape. */
  readonly on?: string;
  readonly tier?: Tier;
  /** Ask as well that the patch's normal faces the surface. Needed only for patches of one or two points. */
  readonly faces?: boolean;
  /** Distance kept from the surface, for a lifted heel. Default 0. */
  readonly raisedM?: number;
  /** Name used in `givesWay`; default the patch without its side. */
  readonly group?: string;
}

/** Two landmarks at a distance from one another (not nearer, not further; or only not further). */
export interface TouchWish {
  readonly from: string;
  readonly to: string;
  readonly distanceM: number;
  readonly atMost?: boolean;
  readonly tier?: Tier;
  readonly group?: string;
}

/** How far `from` stands ahead of `to` along a world axis. */
export interface SpacingWish {
  readonly from: string;
  readonly to: string;
  readonly along: 'forward' | 'left' | 'up';
  readonly distanceM: number;
  readonly hold?: Hold;
  readonly group?: string;
}

/** Where a landmark is in the world; coordinates left out are free. */
export interface PlaceWish {
  readonly point: string;
  readonly xM?: number;
  readonly yM?: number;
  readonly zM?: number;
  readonly hold?: Hold;
  readonly group?: string;
}

/** Which way a segment is turned: one of its faces looks in a world direction, or at the face of another segment. */
export interface FacingWish {
  readonly segment: string;
  readonly face: Face;
  readonly towards: Heading | Vec3 | { readonly segment: string; readonly face: Face };
  readonly hold?: Hold;
  readonly group?: string;
}

/** Degrees wished for, held as its group is, or firmer or looser. */
export type AngleWish = number | { readonly deg: number; readonly hold?: Hold };

/** Sum over the joints of the spine (or neck), shared out in proportion to their ranges. */
export interface SpineWish {
  readonly flexionDeg?: number;
  readonly sideBendDeg?: number;
  readonly rotationDeg?: number;
  readonly hold?: Hold;
}

/** Elevation 0 hanging, 180 overhead; plane 0 sideways, 90 forwards; rotation outward +. */
export interface ShoulderWish {
  readonly elevationDeg: number;
  readonly planeDeg: number;
  readonly rotationDeg: number;
  readonly hold?: Hold;
}

/**
 * Where the search begins: the pelvis. `headwards` is where its head end points and `front` where it faces (as nearly as
 * `headwards` lets it): lying on the back with the head at the front of the mat is headwards `forward`, front `up`.
 */
export interface StartWish {
  readonly heightM: number;
  readonly headwards: Heading | Vec3;
  readonly front: Heading | Vec3;
  readonly xM?: number;
  readonly yM?: number;
}

/** The patches stand exactly where they stand in another keyframe, so that moving between the two they need not move. */
export interface AnchorWish {
  readonly patches: readonly string[];
  readonly of: string;
}

/** The centre of mass stands over the hull of these patches, at least `marginM` inside. */
export interface BalanceWish {
  readonly over: readonly string[];
  readonly marginM: number;
}

export const propKinds = ['cushion', 'bolster', 'block', 'blanket', 'chair', 'table', 'wall'] as const;
export type PropKind = (typeof propKinds)[number];

/** Metres, true ones. */
export interface HeightRange {
  readonly from: number;
  readonly to: number;
}

/** A thing to lean on. Its surface is its flat top, or for a wall its face. Sizes are true metres: length (x), width (y), height (z). */
export interface PropWish {
  readonly name: string;
  readonly kind: PropKind;
  readonly sizeM: Vec3;
  /**
   * Height of the surface above the mat when loaded; default the height of the prop, which then stands on the mat. With two heights the
   * solver chooses between them what the body needs: a thicker or thinner cushion, one more blanket. The prop then grows with its surface.
   */
  readonly surfaceM?: number | HeightRange;
  /**
   * Centre on the mat, or below these landmarks of the solved body; or where and as high as the thing of this name is in another keyframe,
   * so that it stays as it is between the two.
   */
  readonly at:
    { readonly xM: number; readonly yM: number } | { readonly under: readonly string[] } | { readonly asIn: string };
  readonly yawDeg?: number;
}

/** How far a group may be from its wish, in the units that it has. */
export interface Leeway {
  readonly lengthM?: number;
  readonly angleDeg?: number;
}

/** Everything a shape may say. Every part is optional so that a shape can be told as a change of another (`like`). */
export interface ShapeSource {
  /** Key of the keyframe this shape changes: `pose` or `pose/variation`. A variation changes its own pose unless it says otherwise. */
  readonly like?: string;
  /** Wishes of the shape it changes to leave out: every contact, touch, spacing, place, facing, anchor or angle that names one of these. */
  readonly without?: readonly string[];
  /** Both sides do the same; the body stays mirror-symmetric to the last digit. */
  readonly symmetric?: boolean;
  readonly start?: StartWish;
  readonly contacts?: readonly ContactWish[];
  readonly touches?: readonly TouchWish[];
  readonly spacings?: readonly SpacingWish[];
  readonly places?: readonly PlaceWish[];
  readonly facings?: readonly FacingWish[];
  readonly anchors?: readonly AnchorWish[];
  readonly angles?: Readonly<Record<string, AngleWish>>;
  readonly spine?: SpineWish;
  readonly neck?: SpineWish;
  /** `shoulder` (both), `shoulder.left` or `shoulder.right`. */
  readonly shoulders?: Readonly<Record<string, ShoulderWish>>;
  readonly balance?: BalanceWish;
  /** Named groups, the first to give way first. */
  readonly givesWay?: readonly string[];
  /** By group: where it gives way further than this, it is no longer this pose, and what answers it in `bodies` is shown. */
  readonly givesAtMost?: Readonly<Record<string, Leeway>>;
  readonly props?: readonly PropWish[];
}

/** A shape with nothing left to look up: `like` and `without` are resolved, lists are present. */
export interface Shape {
  readonly symmetric: boolean;
  readonly start: StartWish;
  readonly contacts: readonly ContactWish[];
  readonly touches: readonly TouchWish[];
  readonly spacings: readonly SpacingWish[];
  readonly places: readonly PlaceWish[];
  readonly facings: readonly FacingWish[];
  readonly anchors: readonly AnchorWish[];
  readonly angles: Readonly<Record<string, AngleWish>>;
  readonly spine: SpineWish;
  readonly neck: SpineWish;
  readonly shoulders: Readonly<Record<string, ShoulderWish>>;
  readonly balance?: BalanceWish;
  readonly givesWay: readonly string[];
  readonly givesAtMost: Readonly<Record<string, Leeway>>;
  readonly props: readonly PropWish[];
}

/** A hand or foot that changes its place during a way, between two fractions (0–1) of it; it rests before and after. */
export interface Move {
  readonly patch: string;
  readonly from: number;
  readonly to: number;
  /** Height of the arc, metres; 0 slides along the surface. */
  readonly liftM: number;
}

/** A shape passed through at a fraction of the way. */
export interface Via {
  readonly at: number;
  readonly shape: ShapeSource;
}

/** How a way is gone: hints for the solver, in the direction towards the pose that holds them. */
export interface Path {
  /** Patches that leave their surface and come back to it as the body takes them. */
  readonly free?: readonly string[];
  readonly moves?: readonly Move[];
  readonly via?: readonly Via[];
}
