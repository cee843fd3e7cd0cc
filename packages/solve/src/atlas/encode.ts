import type { Person } from '@sacra/body';
import type { KeyframeContact } from '../keyframe.ts';
import type { PlacedProp } from '../surfaces.ts';
import type { Atlas } from './atlas.ts';
import { ByteReader, ByteWriter } from './byte-stream.ts';

/**
 * An atlas as bytes.
 *
 *     'SATL' · version (1 byte) · checksum of all that follows (4) · text: header as JSON · for each keyframe its q · for each clip its frames
 *
 * Numbers of a configuration are whole steps of 1/`stepsPerUnit` (metre, radian or part of a quaternion). A clip holds, for each
 * coordinate, its second differences from frame to frame: movement is smooth, so nearly all fit in one byte and resting joints in none.
 */
const magic = [0x53, 0x41, 0x54, 0x4c];
const version = 2;
const stepsPerUnit = 20_000;
/** Largest difference between a number before and after: half a step. */
export const encodingError = 0.5 / stepsPerUnit;

interface Header {
  readonly person: Person;
  readonly configurationSize: number;
  readonly keyframes: readonly {
    readonly key: string;
    readonly contacts: readonly KeyframeContact[];
    readonly residualMm: number;
    readonly yielded: readonly string[];
    readonly props: readonly PlacedProp[];
  }[];
  readonly clips: readonly {
    readonly way: string;
    readonly from: string;
    readonly to: string;
    readonly frameCount: number;
  }[];
}

export type AtlasFault =
  | { readonly type: 'not-an-atlas' }
  | { readonly type: 'other-version'; readonly version: number; readonly known: number }
  | { readonly type: 'damaged'; readonly message: string };

export function encodeAtlas(atlas: Atlas): Uint8Array {
  const writer = new ByteWriter();
  const keyframes = [...atlas.keyframes.values()];
  const clips = [...atlas.clips.values()];
  const configurationSize = keyframes[0]?.q.length ?? 0;
  const header: Header = {
    person: atlas.person,
    configurationSize,
    keyframes: keyframes.map(({ key, contacts, residualMm, yielded, props }) => ({
      key,
      contacts: contacts.map(roundContact),
      residualMm: Number(residualMm.toFixed(2)),
      yielded,
      props: props.map(roundProp),
    })),
    clips: clips.map(({ way, from, to, frameCount }) => ({ way, from, to, frameCount })),
  };
  writer.text(JSON.stringify(header));
  for (const { q } of keyframes) writer.integers(Array.from(q, toSteps));
  for (const { frames, frameCount } of clips) {
    for (let i = 0; i < configurationSize; i++) {
      const column = Array.from({ length: frameCount }, (_, f) => toSteps(frames[f * configurationSize + i]!));
      writer.integers(differences(differences(column)));
    }
  }
  const payload = writer.finish();
  const start = [...magic, version, ...checksumOf(payload)];
  const bytes = new Uint8Array(start.length + payload.length);
  bytes.set(start);
  bytes.set(payload, start.length);
  return bytes;
}

/** Reads an atlas. A file of another kind, of a version not known here, or with a byte missing or changed comes back as a fault. */
export function decodeAtlas(bytes: Uint8Array): { ok: true; value: Atlas } | { ok: false; error: AtlasFault } {
  if (magic.some((byte, i) => bytes[i] !== byte)) return { ok: false, error: { type: 'not-an-atlas' } };
  try {
    const start = new ByteReader(bytes.subarray(magic.length));
    const found = start.byte();
    if (found !== version) return { ok: false, error: { type: 'other-version', version: found, known: version } };
    const payload = bytes.subarray(magic.length + 5);
    for (const byte of checksumOf(payload)) {
      if (start.byte() === byte) continue;
      return {
        ok: false,
        error: { type: 'damaged', message: 'Its checksum is another: bytes are missing or changed.' },
      };
    }
    const reader = new ByteReader(payload);
    const header = JSON.parse(reader.text()) as Header;
    const size = header.configurationSize;
    const keyframes = header.keyframes.map((keyframe) => ({
      ...keyframe,
      q: Float64Array.from(reader.integers(size), fromSteps),
    }));
    const clips = header.clips.map((clip) => {
      const frames = new Float32Array(clip.frameCount * size);
      for (let i = 0; i < size; i++) {
        const column = sums(sums(reader.integers(clip.frameCount)));
        column.forEach((steps, f) => (frames[f * size + i] = fromSteps(steps)));
      }
      return { ...clip, frames };
    });
    return {
      ok: true,
      value: {
        person: header.person,
        keyframes: new Map(keyframes.map((keyframe) => [keyframe.key, keyframe])),
        clips: new Map(clips.map((clip) => [clip.way, clip])),
      },
    };
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) {
      return { ok: false, error: { type: 'damaged', message: error.message } };
    }
    throw error;
  }
}

/** FNV-1a, 32 bit, the low byte first: any one byte that differs gives another sum. */
function checksumOf(payload: Uint8Array): readonly number[] {
  let hash = 0x811c9dc5;
  for (let i = 0; i < payload.length; i++) hash = Math.imul(hash ^ payload[i]!, 0x01000193);
  return [0, 8, 16, 24].map((shift) => (hash >>> shift) & 0xff);
}

const toSteps = (value: number): number => Math.round(value * stepsPerUnit);
const fromSteps = (steps: number): number => steps / stepsPerUnit;

/** The first value, then each one less the one before. */
const differences = (values: readonly number[]): number[] => values.map((value, i) => value - (values[i - 1] ?? 0));

function sums(values: Int32Array): Int32Array {
  for (let i = 1; i < values.length; i++) values[i] = values[i]! + values[i - 1]!;
  return values;
}

/** Tenths of a millimetre. */
const round = (metres: number): number => Math.round(metres * 1e4) / 1e4;
const roundContact = (contact: KeyframeContact): KeyframeContact => ({
  ...contact,
  pointsM: contact.pointsM.map(([x, y, z]) => [round(x), round(y), round(z)]),
});
const roundProp = (prop: PlacedProp): PlacedProp => ({
  ...prop,
  positionM: [round(prop.positionM[0]), round(prop.positionM[1]), round(prop.positionM[2])],
  yawRad: round(prop.yawRad),
});
