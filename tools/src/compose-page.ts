import { poseAsDone, type Catalogue } from '@sacra/pose';
import { timeline, type Composed, type ComposeRequest, type LeftOut, type StepWhy } from '@sacra/practice';
import { itemsOf, type Barring } from '@sacra/safety';
import type { Content } from './content/read-content.ts';
import type { SafetyContent } from './content/read-safety.ts';

/** One composed practice in Markdown: its steps with times and reasons, what was left out and why. */
export function composePage(
  { catalogue, safety }: Content,
  name: string,
  request: ComposeRequest,
  made: Composed,
): string {
  const pains = request.pains.map(({ area, pain0to10 }) => `${area} ${pain0to10}`).join(', ') || 'nothing hurts';
  const asked = `Asked: ${request.minutes} min · ${request.wish} · ${pains} · ${request.level} · clearance ${request.clearance.level}`;
  if (made.kind === 'stopped') return `## ${name}\n\n${asked}\n\nNothing may be played.\n`;
  const left = made.leftOut.map((one) => `- ${nameOf(catalogue, one.pose)}: ${leftOutWords(catalogue, safety, one)}`);
  const notes = made.notes.map((note) => `- Note: ${JSON.stringify(note)}`);
  const shown = made.kind === 'practice' ? stepLines(catalogue, safety, made) : ['Breathing only.'];
  return [`## ${name}`, asked, [...notes, ...shown].join('\n'), `Left out:\n${left.join('\n')}`, ''].join('\n\n');
}

function stepLines(catalogue: Catalogue, safety: SafetyContent, made: Composed & { kind: 'practice' }): string[] {
  const { practice } = made;
  const laid = timeline(practice, catalogue);
  const lines = practice.steps.map(({ id, pose, variation, sides, breaths }, index) => {
    const { variationName, character, position } = poseAsDone(catalogue, pose, variation);
    const from = laid.steps.find(({ stepId }) => stepId === id)?.startS ?? 0;
    const why = made.whys[index]?.why.map((one) => whyWords(catalogue, safety, one)).join('; ');
    const title = `${nameOf(catalogue, pose)}${variationName === null ? '' : ` (${variationName})`}`;
    return `1. ${minutes(from)} **${title}**, ${breaths} ${sides.length === 2 ? 'a side' : 'breaths'} [${position}, ${character.depth}]: ${why}`;
  });
  return [
    `${practice.title}: ${minutes(laid.totalS)}, opens in ${practice.opensIn}, closes in ${practice.closesIn}`,
    '',
    ...lines,
  ];
}

function whyWords(catalogue: Catalogue, safety: SafetyContent, why: StepWhy): string {
  switch (why.kind) {
    case 'arrives':
      return 'to arrive';
    case 'pauses':
      return 'to pause';
    case 'rests':
      return 'to rest at the end';
    case 'kept':
      return 'you keep it';
    case 'area':
      return `for your ${why.area}`;
    case 'wish':
      return `you wished to ${why.wish}`;
    case 'liked':
      return 'you like it';
    case 'opened':
      return 'its easier forms went well, so it is open now';
    case 'stands-in':
      return `in place of ${nameOf(catalogue, why.for)}${why.because.length === 0 ? '' : ` (${barringWords(safety, why.because)})`}`;
    case 'warms':
      return `warms for ${nameOf(catalogue, why.for)}`;
    case 'evens':
      return `both sides alike after ${nameOf(catalogue, why.after)}`;
    case 'again':
      return 'once more';
    case 'moves':
      return 'keeps you moving';
  }
}

function leftOutWords(catalogue: Catalogue, safety: SafetyContent, { why, standsIn }: LeftOut): string {
  const instead =
    standsIn === undefined
      ? ''
      : ` → ${nameOf(catalogue, standsIn.pose)}${standsIn.variation === null ? '' : `/${standsIn.variation}`}`;
  switch (why.kind) {
    case 'barred':
      return `${barringWords(safety, why.by)}${instead}`;
    case 'no-prop':
      return `needs ${why.props.join(', ')}${instead}`;
    case 'unwanted':
      return 'you don’t want it';
    case 'painful':
      return 'it hurt lately';
    case 'pain-today':
      return `today ${why.atMost} at most${instead}`;
    case 'level':
      return `${why.atMost} at most for now${instead}`;
    case 'gate':
      return `${why.had} of ${why.needed} good sessions with ${why.easier.join(' or ')}${instead}`;
    case 'one-new':
      return `one new pose at a time: today ${nameOf(catalogue, why.instead)}`;
    case 'easy-start':
      return `at a chair or a wall to begin with${instead}`;
    case 'on-the-way':
      return 'you pass through it anyway';
    case 'stand-in-only':
      return `stands in for others only${instead}`;
    case 'same-work':
      return `${nameOf(catalogue, why.instead)} does the same work`;
    case 'not-chosen':
      return 'others serve today better';
  }
}

function barringWords({ limits, checklist }: SafetyContent, by: readonly Barring[]): string {
  const about = new Map(itemsOf(checklist).map((item) => [item.id, item.about]));
  return by
    .map((one) => {
      const what =
        one.kind === 'limit' ? limits[one.limit].name : one.kind === 'depth' ? `${one.atMost} at most` : one.level;
      return `${what}, because of ${one.becauseOf.map((id) => about.get(id) ?? id).join(' and ') || 'today'}`;
    })
    .join('; ');
}

const nameOf = (catalogue: Catalogue, pose: string): string => catalogue.poses.get(pose)?.names.english ?? pose;

function minutes(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
