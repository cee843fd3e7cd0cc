import { depths, type Catalogue, type Depth, type PracticePose } from '@sacra/pose';
import { barredBy } from '@sacra/safety';
import { canonicalKey, easierForms, type PoseForm } from './form.ts';
import type { LeftOutWhy } from './left-out.ts';
import { isFlareDay, strongestPain, type ComposeRequest, type Level } from './request.ts';

const depthAtLevel: Readonly<Record<Level, Depth>> = { starter: 'gentle', steady: 'moderate', full: 'deep' };
const goodSessionsForDeep = 3;
const goodPainAtMost = 2;
/** Says of a form why it may not be done today; undefined when it may. */
export function whyNotToday(catalogue: Catalogue, request: ComposeRequest): (form: PoseForm) => LeftOutWhy | undefined {
  const unwanted = canonical(catalogue, request.unwanted);
  const painful = canonical(catalogue, request.painful);
  const bound = depthToday(request);
  return ({ key, choice, done }) => {
    const barred = barredBy(request.clearance, done.character);
    if (barred.length > 0) return { kind: 'barred', by: barred };
    if (unwanted.has(key) || unwanted.has(choice.pose)) return { kind: 'unwanted' };
    if (painful.has(key) || painful.has(choice.pose)) return { kind: 'painful' };
    const missing = done.needs.map(({ prop }) => prop).filter((prop) => !request.props.has(prop));
    if (missing.length > 0) return { kind: 'no-prop', props: missing };
    if (isDeeper(done.character.depth, bound.atMost)) return bound;
    return done.character.depth === 'deep' ? gate(catalogue, request, done.pose) : undefined;
  };
}

function depthToday(request: ComposeRequest): { readonly kind: 'level' | 'pain-today'; readonly atMost: Depth } {
  const byLevel = depthAtLevel[request.level];
  const pain = strongestPain(request);
  const byPain: Depth = isFlareDay(request) || pain >= 6 ? 'gentle' : pain >= 3 ? 'moderate' : 'deep';
  return isDeeper(byLevel, byPain) ? { kind: 'pain-today', atMost: byPain } : { kind: 'level', atMost: byLevel };
}

/** A deep pose opens when one of its easier forms has gone well often enough. */
function gate(catalogue: Catalogue, request: ComposeRequest, pose: PracticePose): LeftOutWhy | undefined {
  const easier = easierForms(catalogue, pose).filter((key) => !key.startsWith(`${pose.id}/`));
  const had = request.lastSessions.filter(
    ({ done, painAfter0to10 }) =>
      painAfter0to10 !== null &&
      painAfter0to10 <= goodPainAtMost &&
      done.some((key) => easier.includes(canonicalKey(catalogue, key) ?? key)),
  ).length;
  return had >= goodSessionsForDeep ? undefined : { kind: 'gate', easier, had, needed: goodSessionsForDeep };
}

const isDeeper = (depth: Depth, bound: Depth): boolean => depths.indexOf(depth) > depths.indexOf(bound);

function canonical(catalogue: Catalogue, keys: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...keys].map((key) => canonicalKey(catalogue, key) ?? key));
}
