import { createBody, personKey, type BodyTables, type Person } from '@sacra/body';
import type { Catalogue } from '@sacra/pose';
import { atlasOf, decodeAtlas, encodeAtlas, solveAtlas, type Atlas, type AtlasPiece } from '@sacra/solve';
import type { AtlasAnswer, AtlasQuestion } from './atlas-messages.ts';

/** What an atlas job needs from the worker that it runs in. */
export interface JobSurroundings {
  readonly catalogue: Catalogue;
  readonly tables: BodyTables;
  /** The baked atlas of the reference body; undefined when it can't be had. */
  readonly reference: (url: string) => Promise<Atlas | undefined>;
  /** What was solved for the questions before, so that a new order doesn't begin from nothing. */
  readonly memory: { atlas?: Atlas };
  readonly post: (answer: AtlasAnswer) => void;
  /** Lets messages come in; then whether the job is still wanted. */
  readonly mayGoOn: () => Promise<boolean>;
}

/** After this many pieces what there is so far is handed over to be kept, so that little is lost when the app is closed. */
const KEEP_EVERY = 24;

/** Answers a question piece by piece, the most needed first, and stops between two pieces when it is no longer wanted. */
export async function answerAtlas(question: AtlasQuestion, around: JobSurroundings): Promise<void> {
  const { id, person, order } = question;
  const { memory } = around;
  if (memory.atlas === undefined || !isOf(memory.atlas, person)) {
    const known = knownAtlas(question);
    if (known !== undefined) around.post({ id, kind: 'pieces', pieces: piecesOf(known) });
    memory.atlas = known ?? atlasOf(person, []);
  }
  const atlasSoFar = memory.atlas;

  const body = createBody(person, around.tables);
  let unkept = 0;
  const keep = (isWhole: boolean): void => {
    unkept = 0;
    around.post({ id, kind: 'so-far', bytes: encodeAtlas(memory.atlas ?? atlasSoFar), isWhole });
  };
  const reference = await around.reference(question.referenceUrl);
  const options = { order, known: atlasSoFar, ...(reference === undefined ? {} : { reference }) };
  for (const piece of solveAtlas(body, around.catalogue, options)) {
    memory.atlas = atlasOf(person, [piece], memory.atlas);
    around.post({ id, kind: 'pieces', pieces: [piece] });
    if (++unkept === KEEP_EVERY) keep(false);
    if (!(await around.mayGoOn())) return;
  }
  keep(true);
}

/** The atlas that was kept, if it can be read and is of this person. */
function knownAtlas({ known, person }: AtlasQuestion): Atlas | undefined {
  if (known === undefined) return undefined;
  const decoded = decodeAtlas(known);
  return decoded.ok && isOf(decoded.value, person) ? decoded.value : undefined;
}

const isOf = (atlas: Atlas, person: Person): boolean => personKey(atlas.person) === personKey(person);

function piecesOf({ keyframes, fits, clips }: Atlas): AtlasPiece[] {
  return [
    ...[...keyframes.values()].flatMap((keyframe): AtlasPiece[] => {
      const fit = fits.get(keyframe.key);
      return fit === undefined ? [] : [{ kind: 'keyframe', keyframe, fit }];
    }),
    ...[...clips.values()].map((clip): AtlasPiece => ({ kind: 'clip', clip })),
  ];
}
