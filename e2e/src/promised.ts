/** The five poses in their order, each side for itself: what the project promises. A variation may follow the name. */
export const promised = [
  "Child's Pose",
  'Cat and Cow',
  'Downward-Facing Dog',
  'Pigeon, right side',
  'Pigeon, left side',
  'Supine Twist, right side',
  'Supine Twist, left side',
] as const;

/** Which of them a step is, by what stands on the screen. */
export function promisedName(title: string): string | undefined {
  return promised.find((name) => title.startsWith(name));
}
