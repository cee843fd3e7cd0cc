/** One number for each side. */
export interface PerSide {
  readonly left: number;
  readonly right: number;
}

/**
 * What a person saw when trying a few things at home (content/tries). None of it is a measurement: each answer says roughly where
 * something began to pull, and moves the joints' ranges by content/body/ease.yaml. What was skipped leaves its ranges as usual.
 */
export interface Ease {
  /** Lying on the back: how far a straight leg lifts from the floor, degrees. More is looser. */
  readonly straightLegLiftDeg?: PerSide;
  /** Kneeling and sitting back: the gap between seat and heels, metres. Less is looser; below 0 the seat sinks between the heels. */
  readonly seatToHeelsGapM?: number;
  /** Back against a wall, straight arms lifted overhead: the angle by which they stay away from the wall, degrees. Less is looser. */
  readonly armsOverheadGapDeg?: number;
  /** On a chair, an ankle laid over the other knee: how steeply the shin rises from ankle to knee, degrees. Less is looser. */
  readonly figureFourRiseDeg?: PerSide;
  /** Facing a wall, the heel down and the knee at the wall: how far the toes can be from the wall, metres. More is looser. */
  readonly toesToWallM?: PerSide;
}
