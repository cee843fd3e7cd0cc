import { limits, type Limit, type PracticePose } from '@sacra/pose';
import type { Action, Adaptation, Effect, Item, TierList } from '@sacra/safety';
import type { Content } from './content/read-content.ts';
import type { SafetyContent } from './content/read-safety.ts';

/** The whole logic of the checklist as one Markdown page for somebody who reviews it: questions, rules, limits, poses, numbers. */
export function safetyPage({ safety, catalogue, sources }: Content): string {
  const practised = [...catalogue.poses.values()].filter((pose): pose is PracticePose => pose.purpose === 'practice');
  const cited = [
    ...new Set(safety.checklist.lists.flatMap(({ items }) => items.flatMap((item) => item.sources))),
  ].sort();
  return [
    '# The safety checklist, for review',
    `**${safety.frame.reviewNote}** It is a fixed list of questions with fixed rules. It names no cause of anybody’s pain and gives no likelihood. Please mark whatever is unclear, missing, too strict or not strict enough; each question has its id.`,
    rules(safety),
    ...safety.checklist.lists.map((list) => tierPart(list, safety)),
    '## Advice that bars nothing',
    ...Object.entries(safety.advice).map(([id, action]) => `### ${id}\n\n${actionLines(action)}`),
    '## What each limit means, and which poses it bars',
    'A pose says itself which limits bar it and what stands in for it. Nothing else decides. A stand-in that is barred too is passed over for the next, then for the stand-ins’ own; when nothing is left, the pose is left out.',
    ...limits.map((limit) => limitPart(limit, safety, practised)),
    '## Poses by depth',
    'Where only rest and breathing are allowed, poses of the depth “rest” may be played, and no other. “Gentle at most” and the like work in the same way.',
    depthTable(practised),
    '## Whom to call',
    regionTable(safety),
    '## Sources of the questions',
    'V: read at the source. K: well known, not read again. D: our own proposal.',
    ...cited.map((id) => {
      const { title, authors, year, where, mark, note } = sources[id] ?? { title: id, mark: '?' };
      const told = [authors, title, year, where].filter((part) => part !== undefined).join('. ');
      return `- \`${id}\` (${mark}) ${told}.${note === undefined ? '' : ` ${note}`}`;
    }),
  ]
    .join('\n\n')
    .replace(/\n\n- /g, '\n- ')
    .concat('\n');
}

function rules({ frame, known }: SafetyContent): string {
  return [
    '## The rules',
    '| Answers | What is allowed |',
    '| --- | --- |',
    `| any emergency sign: yes, not sure | ${frame.levels.none.title}: nothing is played; the emergency screen |`,
    '| an emergency sign that can be old: “known to a doctor” | as if to ask first: rest and breathing; the emergency words once more |',
    '| the same, and a professional said gentle movement is fine | movement; the emergency words at every check |',
    '| any urgent sign: yes, not sure | nothing is played, until a professional said gentle movement is fine (where marked: never) |',
    '| anything to ask about first: yes, not sure | rest and breathing, until a professional said gentle movement is fine |',
    '| something to adapt to: yes, not sure | its changes; everything else as it is |',
    '| **not answered**, or grown old | as a yes: it allows no more than a yes, and is asked |',
    '| no to everything | everything |',
    '',
    'The narrowest of all answers counts. More than one change adds up: every limit of every answer holds, the shortest hold and the least depth count.',
    '',
    `“${known.text}”`,
    '',
    '### When it is asked again',
    '',
    '- The emergency signs: before every session, with one tap for “none of these”. An answer serves one session that begins within two hours.',
    '- Everything: every four weeks (28 days of the person’s own calendar).',
    '- Emergency and urgent signs: after a flare (8 of 10 or more, or 3 or more above the middle of what was noted in the four weeks before), after new symptoms in a leg, after a fall.',
    '- Whatever was answered while the clock stood later than now.',
    '- One tap is not enough for an item that was last answered with yes or not sure: it is asked by itself. A yes never lapses.',
  ].join('\n');
}

function tierPart(list: TierList, safety: SafetyContent): string {
  return [
    `## ${list.title} (${list.tier})`,
    `*${list.ask}*`,
    ...list.items.map((item) => itemPart(item, safety)),
    `**What is then said: ${list.action.title}.** ${list.action.steps.join(' ')} (${list.action.sources.join(', ')}; review ${list.action.review})`,
  ].join('\n\n');
}

function itemPart({ id, ref, text, effect, sources, review }: Item, safety: SafetyContent): string {
  return [
    `### ${ref} · \`${id}\``,
    text,
    `- ${effectLine(effect, safety)}\n- Sources: ${sources.join(', ')}. Review: ${review}.`,
  ].join('\n\n');
}

function effectLine(effect: Effect, safety: SafetyContent): string {
  const after = (adaptation: Adaptation | undefined): string =>
    adaptation === undefined ? 'nothing stays changed' : `stays changed: ${changes(adaptation, safety)}`;
  switch (effect.kind) {
    case 'stop':
      return `A yes stops everything.${effect.mayBeKnown ? ' It can be old and known to a doctor.' : ' It can’t be old and known.'}`;
    case 'no-practice':
      return `A yes: no practice.${effect.mayBeCleared ? ` After a professional’s word, ${after(effect.whenCleared)}.` : ' Nobody’s word opens it here.'}`;
    case 'rest-only':
      return `A yes: rest and breathing. After a professional’s word, ${after(effect.whenCleared)}.`;
    case 'adapt':
      return `A yes: ${changes(effect.adaptation, safety)}.`;
    case 'advise':
      return `A yes bars nothing; the advice “${safety.advice[effect.advice].title}” is shown. It may be left unanswered.`;
  }
}

function changes(
  { note, limits: held, holdsShare, depthAtMost, startFrom }: Adaptation,
  safety: SafetyContent,
): string {
  const told = [
    ...held.map((limit) => safety.limits[limit].name.toLowerCase()),
    ...(holdsShare === undefined ? [] : [`holds last ${holdsShare} of their time`]),
    ...(depthAtMost === undefined ? [] : [`${depthAtMost} poses at most`]),
    ...(startFrom === undefined ? [] : ['begin at a chair or a wall']),
  ];
  return `${told.join(' · ')} (“${note}”)`;
}

function limitPart(
  limit: Limit,
  { limits: words, checklist }: SafetyContent,
  practised: readonly PracticePose[],
): string {
  const causes = checklist.lists.flatMap(({ items }) =>
    items.filter(({ effect }) => limitsOf(effect).includes(limit)).map(({ id }) => `\`${id}\``),
  );
  const barred = practised.flatMap((pose) =>
    [{ name: pose.names.english, character: pose.character }]
      .concat(
        pose.variations.flatMap(({ name, character }) =>
          character === undefined ? [] : [{ name: `${pose.names.english}: ${name}`, character }],
        ),
      )
      .flatMap(({ name, character }) =>
        character.barredBy
          .filter((bar) => bar.limit === limit)
          .map((bar) => `- ${name} → ${bar.standsIn.join(', then ') || 'left out'} (${bar.source})`),
      ),
  );
  return [
    `### ${words[limit].name} (\`${limit}\`)`,
    `${words[limit].text} From: ${causes.join(', ') || 'no question'}.`,
    barred.length === 0 ? 'Bars no pose yet.' : barred.join('\n'),
  ].join('\n\n');
}

function limitsOf(effect: Effect): readonly Limit[] {
  if (effect.kind === 'adapt') return effect.adaptation.limits;
  return effect.kind === 'no-practice' || effect.kind === 'rest-only' ? (effect.whenCleared?.limits ?? []) : [];
}

function depthTable(practised: readonly PracticePose[]): string {
  const rows = practised.map(({ names, character, variations }) => {
    const other = variations.flatMap(({ name, character: own }) =>
      own === undefined || own.depth === character.depth ? [] : [`${name}: ${own.depth}`],
    );
    return `| ${names.english} | ${character.depth} | ${other.join(' · ')} |`;
  });
  return ['| Pose | Depth | Variations of another depth |', '| --- | --- | --- |', ...rows].join('\n');
}

function regionTable({ regions }: SafetyContent): string {
  const rows = regions.map(({ name, emergency, urgent, crisis, note, sources }) => {
    const line = (given?: { readonly name: string; readonly number: string }): string =>
      given === undefined ? '' : `${given.name} ${given.number}`;
    return `| ${name} | ${emergency.join(', ')} | ${line(urgent)} | ${line(crisis)} | ${note ?? ''} | ${sources.join(', ')} |`;
  });
  return [
    '| Where | Emergency | Urgent questions | Someone to talk to | Note | Sources |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function actionLines({ title, steps, sources, review }: Action): string {
  return `**${title}.** ${steps.join(' ')} (${sources.join(', ')}; review ${review})`;
}
