import { lookDifference } from './look-difference.ts';
import type { LookFolder } from './look-folder.ts';
import type { LookPicture } from './look-pictures.ts';

/** A picture that isn't as it was accepted. */
export interface LookChange {
  readonly file: string;
  /** `new` was never accepted, `changed` looks different, `gone` is drawn no more. */
  readonly kind: 'new' | 'changed' | 'gone';
  /** Share of pixels that look different. */
  readonly share: number;
}

/**
 * Compares today's pictures with those accepted. What is new or changed is laid beside them, so that someone can look.
 *
 * @internal seen by the tests
 */
export async function checkLooks(pictures: AsyncIterable<LookPicture>, folder: LookFolder): Promise<LookChange[]> {
  folder.tidy();
  const changes: LookChange[] = [];
  const seen = new Set<string>();
  for await (const { file, image } of pictures) {
    seen.add(file);
    const accepted = folder.accepted(file);
    const { share, isAccepted } = accepted ? lookDifference(accepted, image) : { share: 1, isAccepted: false };
    if (isAccepted) continue;
    folder.layBeside(file, image);
    changes.push({ file, kind: accepted ? 'changed' : 'new', share });
  }
  const gone = folder.files().filter((file) => !seen.has(file));
  return [...changes, ...gone.map((file): LookChange => ({ file, kind: 'gone', share: 1 }))];
}

/**
 * Takes today's pictures as they should be, and removes those of what is gone. A picture that looks as before keeps its file, so
 * that what is committed changes only where something does.
 */
export async function acceptLooks(pictures: AsyncIterable<LookPicture>, folder: LookFolder): Promise<LookChange[]> {
  const changes = await checkLooks(pictures, {
    ...folder,
    layBeside: (file, image) => {
      folder.accept(file, image);
      return file;
    },
  });
  for (const { file, kind } of changes) if (kind === 'gone') folder.remove(file);
  return changes;
}
