/** Slow in, slow out: 10t³ − 15t⁴ + 6t⁵, at rest at both ends, the least jerk on the way (Flash and Hogan, J. Neurosci. 1985). */
export const ease = (t: number): number => t * t * t * (10 + t * (6 * t - 15));

/** Its greatest speed, half-way. */
export const easeTopSpeed = 1.875;
