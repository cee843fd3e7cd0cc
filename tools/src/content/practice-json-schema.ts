import { variationFromStart, type Catalogue, type PracticePose } from '@sacra/pose';
import { breathLimits, plainText, practiceLimits } from '@sacra/practice';

/** Where the app serves the schema of practice documents, and the file's name for good: another version is another file. */
export const practiceSchemaPath = 'schema/practice-1.json';

/**
 * The form of practice documents as JSON Schema (2020-12), for authors and editors. It says of the form what `practiceSchema` of
 * @sacra/practice says, which a test holds it to; the poses that there are stand in it as examples, because later ones don't make a document
 * invalid.
 */
export function practiceJsonSchema(catalogue: Catalogue): object {
  const poses = [...catalogue.poses.values()].filter((pose): pose is PracticePose => pose.purpose === 'practice');
  const variations = poses.flatMap((pose) => variationFromStart(pose)?.id ?? []);
  const line = (maxLength: number, description: string, examples: readonly string[] = []): object => ({
    ...{ type: 'string', maxLength, pattern: atLeastOneSign(plainText), description },
    ...(examples.length === 0 ? {} : { examples }),
  });
  const { nameLength, titleLength } = practiceLimits;
  const seconds = ({ min, max }: { readonly min: number; readonly max: number }, description: string): object => ({
    ...{ type: 'number', minimum: min, maximum: max, description },
  });
  const properties = {
    format: { const: 'sacra.practice' },
    version: { const: 1, description: 'Of this form. A later one is another schema.' },
    id: line(nameLength, 'Tells this practice from others.'),
    title: line(titleLength, 'What it is called on the screen.'),
    steps: {
      ...{
        type: 'array',
        minItems: 1,
        maxItems: practiceLimits.steps,
        description: 'In the order in which they are done.',
      },
      items: closed({
        id: line(nameLength, 'Unlike that of any other step.'),
        pose: line(
          nameLength,
          'Id of a pose.',
          poses.map(({ id }) => id),
        ),
        variation: {
          ...line(nameLength, 'Id of one of the variations of the pose; null for the pose as it is.', variations),
          type: ['string', 'null'],
        },
        sides: {
          enum: [['both'], ['right', 'left'], ['right'], ['left']],
          description:
            'The second for a pose that is done on one side and then on the other; the others for a rest on one side alone.',
        },
        breaths: {
          ...{ type: 'integer', minimum: 1 },
          description: 'In the pose, on each side, within what the pose says; rounds of a pose that moves.',
        },
      }),
    },
    breath: closed({
      inS: seconds(breathLimits.inS, 'Seconds of a breath in.'),
      outS: seconds(breathLimits.outS, 'Seconds of a breath out.'),
    }),
    catCowBreath: {
      enum: ['in-to-cow', 'in-to-cat'],
      description: 'Which breath goes with which half of Cat and Cow.',
    },
    opensIn: line(nameLength, 'Keyframe in which one arrives, without a side.', ['tabletop', 'knees-bent-on-back']),
    closesIn: line(
      nameLength,
      'Keyframe in which one is left: without a side, or the one in which the last step rests on a side.',
      ['lying-rest', 'sitting-on-chair', 'side-rest@left'],
    ),
  };
  return {
    ...{
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `/${practiceSchemaPath}`,
      title: 'A practice of Sacra',
    },
    ...closed(properties, {
      $schema: { type: 'string', description: 'Where this schema is, for editors. Passed over.' },
    }),
  };
}

/** An object with these keys and no others. */
function closed(required: Readonly<Record<string, object>>, optional: Readonly<Record<string, object>> = {}): object {
  return {
    type: 'object',
    properties: { ...optional, ...required },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

/** The pattern with something in it that is not a space. */
const atLeastOneSign = ({ source }: RegExp): string => `^(?=.*\\S)${source.slice(1)}`;
