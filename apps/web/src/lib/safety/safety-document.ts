import { answerWords, latestAnswers, type Answer, type Check, type SafetyEvent } from '@sacra/safety';

/** What the device keeps of the checklist: the answers that stand, what was noted since, and where help is called. */
export interface SafetyDocument {
  readonly format: 'sacra.safety';
  readonly version: 1;
  readonly checks: readonly Check[];
  readonly events: readonly SafetyEvent[];
  /** id of a region; absent until one was chosen */
  readonly region?: string;
}

export const emptyDocument: SafetyDocument = { format: 'sacra.safety', version: 1, checks: [], events: [] };

/**
 * Undefined when anything in it is damaged, or was written by a newer version. It is taken whole or not at all: with a part of the
 * answers missing, an older and more hopeful one could stand in the place of the latest.
 */
export function parseSafetyDocument(raw: unknown): SafetyDocument | undefined {
  if (!isRecord(raw) || raw['format'] !== 'sacra.safety' || raw['version'] !== 1) return undefined;
  const { checks, events, region } = raw;
  if (!Array.isArray(checks) || !checks.every(isCheck)) return undefined;
  if (!Array.isArray(events) || !events.every(isEvent)) return undefined;
  if (region !== undefined && typeof region !== 'string') return undefined;
  return { ...emptyDocument, checks, events, ...(region === undefined ? {} : { region }) };
}

/**
 * What was known before and what has been said since, as one. The last answer to an item stands; of two in one second the one said since;
 * and the region said since, if one was.
 */
export function joined(before: SafetyDocument, since: SafetyDocument): SafetyDocument {
  const region = since.region ?? before.region;
  return {
    ...emptyDocument,
    checks: withoutOverwritten([...before.checks.map((check) => lessSaidAgain(check, since.checks)), ...since.checks]),
    events: lastOfEach(unique([...before.events, ...since.events])),
    ...(region === undefined ? {} : { region }),
  };
}

/** A check without the answers that were given once more in the same second: a moment is told to the second. */
function lessSaidAgain(check: Check, since: readonly Check[]): Check {
  const again = new Set(since.filter(({ at }) => at === check.at).flatMap(({ answers }) => Object.keys(answers)));
  return { at: check.at, answers: Object.fromEntries(Object.entries(check.answers).filter(([id]) => !again.has(id))) };
}

/** Only checks that still hold somebody's latest answer: so the document stays small however often it is asked. */
function withoutOverwritten(checks: readonly Check[]): Check[] {
  const latest = latestAnswers(checks);
  return checks.filter(({ at, answers }) =>
    Object.entries(answers).some(([id, answer]) => latest.get(id)?.at === at && latest.get(id)?.answer === answer),
  );
}

function lastOfEach(events: readonly SafetyEvent[]): SafetyEvent[] {
  const isLater = (one: SafetyEvent, other: SafetyEvent): boolean => Date.parse(one.at) > Date.parse(other.at);
  return events.filter((event) => !events.some((other) => other.kind === event.kind && isLater(other, event)));
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function isCheck(raw: unknown): raw is Check {
  if (!isRecord(raw) || !isMoment(raw['at']) || !isRecord(raw['answers'])) return false;
  return Object.values(raw['answers']).every((answer) => answerWords.includes(answer as Answer));
}

function isEvent(raw: unknown): raw is SafetyEvent {
  return isRecord(raw) && isMoment(raw['at']) && (raw['kind'] === 'fall' || raw['kind'] === 'new-leg-symptoms');
}

/** ISO 8601 with an offset. */
function isMoment(raw: unknown): raw is string {
  return (
    typeof raw === 'string' && /^\d{4}-\d\d-\d\dT.+(?:Z|[+-]\d\d:\d\d)$/.test(raw) && !Number.isNaN(Date.parse(raw))
  );
}

function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
