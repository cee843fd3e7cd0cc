/**
 * The spoken lines that belong to no single pose. `{title}` is the spoken name of the pose, `{side}` and `{Side}` the leading side, `{other}`
 * the one across.
 */
export interface Phrases {
  /** Said first of all. */
  readonly opening: readonly string[];
  /** Before the instruction of the keyframe in which the practice opens. */
  readonly arrive: string;
  /** Said on arriving, after it. */
  readonly settling: readonly string[];
  /** Before the things that the chosen variations need. */
  readonly ready: string;
  readonly firstStep: string;
  readonly nextStep: string;
  /** Before the way into a pose that leads with a side, unless the way's own words begin with it. */
  readonly thisSide: string;
  /** Before a rest that is on one side alone. */
  readonly eitherSide: string;
  /** When one side is done, before coming out of it. */
  readonly otherSide: string;
  /** Before a cycle ends and the figure comes back to where the cycle began. */
  readonly cycleEnds: string;
  /** Before the ways that lead to the closing keyframe. */
  readonly close: string;
  readonly closing: readonly string[];
  /** Said last of all: to who lies on the back, on a side, and to who sits or stands. */
  readonly gettingUp: { readonly lying: string; readonly onSide: string; readonly upright: string };
}

export const englishPhrases: Phrases = {
  opening: ['Welcome.'],
  arrive: 'We start like this: {title}.',
  settling: [
    'Everything here is an offer. Go only as far as is comfortable, and rest whenever you like.',
    'If a pain is sharp, spreads or tingles, come out of the pose.',
  ],
  ready: 'Have this ready.',
  firstStep: 'We begin with {title}.',
  nextStep: 'Next: {title}.',
  thisSide: '{Side} side.',
  eitherSide: 'One side is enough, and we take the {side}. If the {other} is more comfortable, rest on that one.',
  otherSide: 'Now the {side} side.',
  cycleEnds: 'Then let the movement come to rest.',
  close: 'Now we come to rest.',
  closing: ['This is the end of the practice.'],
  gettingUp: {
    lying: 'Stay for as long as you like. When you get up, roll onto your side first, and let your hands help you.',
    onSide:
      'Stay for as long as you like. When you get up, bring both hands to the floor, press yourself up to sitting, and let your head come last.',
    upright: 'Stay for as long as you like, and go on slowly.',
  },
};
