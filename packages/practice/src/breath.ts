/** One breath of the timeline: in, then out. */
export interface Breath {
  readonly startS: number;
  /** Where in turns to out. */
  readonly turnS: number;
  readonly endS: number;
  /** 1 … `rounds` within its hold or cycle. */
  readonly round: number;
  readonly rounds: number;
  readonly stepIndex: number;
}

export interface BreathMoment {
  readonly phase: 'in' | 'out';
  /** How far through this half, 0 … 1, even in time. */
  readonly progress01: number;
  /** How full the breath is, 0 empty … 1 full, slow at both turns: what a breath guide draws. */
  readonly swell01: number;
  readonly round: number;
  readonly rounds: number;
}

/** The breath at a moment of `breath`; `tS` outside it is taken as its nearer end. */
export function breathMoment(breath: Breath, tS: number): BreathMoment {
  const phase = tS < breath.turnS ? 'in' : 'out';
  const [fromS, toS] = phase === 'in' ? [breath.startS, breath.turnS] : [breath.turnS, breath.endS];
  const progress01 = Math.min(1, Math.max(0, (tS - fromS) / (toS - fromS)));
  const eased01 = slowInSlowOut(progress01);
  return {
    phase,
    progress01,
    swell01: phase === 'in' ? eased01 : 1 - eased01,
    round: breath.round,
    rounds: breath.rounds,
  };
}

/** Half a cosine wave: 0 → 0, 1 → 1, at rest at both ends. */
export function slowInSlowOut(progress01: number): number {
  return (1 - Math.cos(Math.PI * progress01)) / 2;
}
