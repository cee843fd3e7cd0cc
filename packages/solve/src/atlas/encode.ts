import type { Person } from '@sacra/body';
import type { Vec3 } from '@sacra/geometry';
import type { Keyframe, KeyframeContact } from '../keyframe.ts';
import type { PlacedProp } from '../surfaces.ts';
import type { Clip } from '../transition/clip.ts';
import type { Atlas, AtlasFit } from './atlas.ts';
import { ByteReader, ByteWriter } from './byte-stream.ts';

/**
 * An atlas as bytes.
 *
 *     'SATL' · version (1 byte) · checksum of all that follows (4) · text: header as JSON · for each keyframe its q and contacts · for each clip its knots
 *
 * Numbers of a configuration are whole steps of 1/`stepsPerUnit` (metre, radian or part of a quaternion). A clip holds the places of its
 * knots and then, for each coordinate, the differences from knot to knot: joints that rest take no room.
 */
const magic = [0x53, 0x41, 0x54, 0x4c];
const version = 3;
const stepsPerUnit = 20_000;
/** Places of contacts are tenths of a millimetre. */
const pointSteps = 10_000;
/** Steps of the places of knots in their clip: finer than anybody sees. */
const placeSteps = 100_000;
/** Largest difference between a number before and after: half a step. */
export const encodingError = 0.5 / stepsPerUnit;

interface Header {
  readonly person: Person;
  readonly configurationSize: number;
  readonly keyframes: readonly {
    readonly key: string;
    readonly contacts: readonly (Omit<KeyframeContact, 'pointsM'> & { readonly pointCount: number })[];
    readonly residualMm: number;
    readonly yielded: readonly string[];
    readonly props: readonly PlacedProp[];
  }[];
  readonly fits: readonly AtlasFit[];
  readonly clips: readonly {
    readonly way: string;
    readonly from: string;
    readonly to: string;
    readonly knotCount: number;
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
  const configurationSize = keyframes[0]?.q.length ?? (clips[0] ? clips[0].knots.length / clips[0].at.length : 0);
  const header: Header = {
    person: atlas.person,
    configurationSize,
    keyframes: keyframes.map(({ key, contacts, residualMm, yielded, props }) => ({
      key,
      contacts: contacts.map(({ pointsM, ...contact }) => ({ ...contact, pointCount: pointsM.length })),
      residualMm: Number(residualMm.toFixed(2)),
      yielded,
      props: props.map(roundProp),
    })),
    fits: [...atlas.fits.values()].map(roundFit),
    clips: clips.map(({ way, from, to, at }) => ({ way, from, to, knotCount: at.length })),
  };
  writer.text(JSON.stringify(header));
  for (const { q, contacts } of keyframes) {
    writer.integers(Array.from(q, toSteps));
    for (const { pointsM } of contacts)
      writer.integers(pointsM.flat().map((metres) => Math.round(metres * pointSteps)));
  }
  for (const { at, knots } of clips) {
    writer.integers(differences(Array.from(at, (place) => Math.round(place * placeSteps))));
    for (let i = 0; i < configurationSize; i++) {
      writer.integers(differences(Array.from(at, (_, k) => toSteps(knots[k * configurationSize + i]!))));
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
    const keyframes = header.keyframes.map(({ contacts, ...keyframe }): Keyframe => {
      const q = Float64Array.from(reader.integers(size), fromSteps);
      return {
        ...keyframe,
        q,
        contacts: contacts.map(({ pointCount, ...contact }) => {
          const steps = reader.integers(3 * pointCount);
          const place = (at: number): number => steps[at]! / pointSteps;
          const pointsM = Array.from({ length: pointCount }, (_, i): Vec3 => [
            place(3 * i),
            place(3 * i + 1),
            place(3 * i + 2),
          ]);
          return { ...contact, pointsM };
        }),
      };
    });
    const clips = header.clips.map(({ way, from, to, knotCount }): Clip => {
      const at = Float32Array.from(sums(reader.integers(knotCount)), (steps) => steps / placeSteps);
      const knots = new Float32Array(knotCount * size);
      for (let i = 0; i < size; i++) {
        sums(reader.integers(knotCount)).forEach((steps, k) => (knots[k * size + i] = fromSteps(steps)));
      }
      return { way, from, to, at, knots };
    });
    return {
      ok: true,
      value: {
        person: header.person,
        keyframes: new Map(keyframes.map((keyframe) => [keyframe.key, keyframe])),
        fits: new Map(header.fits.map((fit) => [fit.key, fit])),
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

/** Tenths of a degree or of a millimetre. */
const roundFit = (fit: AtlasFit): AtlasFit => ({
  ...fit,
  deviations: fit.deviations.map((deviation) => ({ ...deviation, by: Number(deviation.by.toFixed(1)) })),
});

/** Tenths of a millimetre. */
const round = (metres: number): number => Math.round(metres * 1e4) / 1e4;
const roundProp = (prop: PlacedProp): PlacedProp => ({
  ...prop,
  positionM: [round(prop.positionM[0]), round(prop.positionM[1]), round(prop.positionM[2])],
  yawRad: round(prop.yawRad),
});
