/** Shade that the capsules of the body cast on what is near them. `nearestBall`: the way to a capsule's nearest place on its axis, and its radius there. */
const capsules = (capsuleCount: number): string => /* glsl */ `
  uniform vec4 shadeCapsules[${2 * capsuleCount}];

  vec4 nearestBall(int capsule, vec3 point) {
    vec4 start = shadeCapsules[2 * capsule];
    vec4 along = shadeCapsules[2 * capsule + 1] - start;
    float t = clamp(dot(point - start.xyz, along.xyz) / max(dot(along.xyz, along.xyz), 1e-8), 0.0, 1.0);
    vec4 ball = start + along * t;
    return vec4(ball.xyz - point, ball.w);
  }
`;

/**
 * `contactShade(point, normal)`: 1 in the open, less where capsules of the body stand above the surface. Each capsule
 * counts as the sphere nearest to the point, which covers cos θ · (r / d)² of its sky; the shade ends at 0.6 m.
 */
export const contactShadeDeclarations = (capsuleCount: number): string => /* glsl */ `
  ${capsules(capsuleCount)}

  float contactShade(vec3 point, vec3 normal, float strength) {
    float open = 1.0;
    for (int i = 0; i < ${capsuleCount}; i++) {
      vec4 ball = nearestBall(i, point);
      float away = max(length(ball.xyz), 1e-4);
      float ratio = min(ball.w / away, 1.0);
      float facing = max(dot(normal, ball.xyz / away), 0.0);
      float reach = max(1.0 - away / 0.6, 0.0);
      open *= 1.0 - strength * facing * ratio * ratio * reach;
    }
    return open;
  }
`;

/**
 * `groundShade(point)`: 1 in the open, less under the capsules of the body: a wide shade as `contactShade` has it, and a narrow one where they all but
 * touch, so that hands, feet and knees stand on the ground rather than above it.
 */
export const groundShadeDeclarations = (capsuleCount: number): string => /* glsl */ `
  ${capsules(capsuleCount)}

  float groundShade(vec3 point) {
    float open = 1.0;
    for (int i = 0; i < ${capsuleCount}; i++) {
      vec4 ball = nearestBall(i, point);
      float away = max(length(ball.xyz), 1e-4);
      float facing = max(ball.z / away, 0.0);
      float ratio = min(ball.w / away, 1.0);
      float wide = 0.8 * facing * ratio * ratio * max(1.0 - away / 0.6, 0.0);
      float narrow = 0.5 * exp(-max(away - ball.w, 0.0) / 0.016);
      open *= (1.0 - wide) * (1.0 - narrow);
    }
    return open;
  }
`;
