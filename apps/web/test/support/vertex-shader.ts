import { chromium } from 'playwright-core';
import type { BufferGeometry } from 'three';

/** Runs one vertex shader over and over in a real Chromium. */
export interface VertexShader {
  /**
   * For each of some values of the shader's uniform, an array of vectors of four: what it writes to its outputs of three numbers a vertex,
   * output by output, for every vertex of a geometry.
   */
  run(geometry: BufferGeometry, values: readonly Float32Array[]): Promise<Float32Array[][]>;
  close(): Promise<void>;
}

/**
 * Compiles a vertex shader (GLSL ES 3.00 without its first line) in a Chromium without a graphics card. CHROME_PATH names the Chromium;
 * `npm run journeys` sets it.
 */
export async function vertexShader(source: string, uniform: string, outputs: readonly string[]): Promise<VertexShader> {
  const executablePath = process.env['CHROME_PATH'];
  if (!executablePath) throw new Error('CHROME_PATH is not set; `npm run journeys` finds a Chromium and sets it');
  const args = ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage();
  return {
    async run(geometry, values) {
      const attributes = Object.entries(geometry.attributes).map(([attribute, { array, itemSize }]) => ({
        name: attribute,
        kind: kindOf(array),
        itemSize,
        bytes: encoded(array),
      }));
      const count = geometry.getAttribute('position').count;
      const job = { source, uniform, outputs, attributes, values: values.map(encoded), count };
      return (await page.evaluate(runInPage, job)).map((written) => written.map(decoded));
    },
    close: () => browser.close(),
  };
}

const encoded = ({ buffer, byteOffset, byteLength }: ArrayBufferView): string =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength).toString('base64');
const decoded = (text: string): Float32Array => new Float32Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer);

const kinds = ['Float32Array', 'Uint8Array', 'Int8Array'] as const;

function kindOf(array: ArrayBufferView): (typeof kinds)[number] {
  const kind = kinds.find((name) => name === array.constructor.name);
  if (!kind) throw new Error(`No attribute of ${array.constructor.name}; there are ${kinds.join(', ')}.`);
  return kind;
}

interface Job {
  readonly source: string;
  readonly uniform: string;
  readonly outputs: readonly string[];
  readonly attributes: readonly {
    readonly name: string;
    readonly kind: (typeof kinds)[number];
    readonly itemSize: number;
    readonly bytes: string;
  }[];
  readonly values: readonly string[];
  readonly count: number;
}

/** Runs in the page, and so uses nothing but its argument. */
function runInPage({ source, uniform, outputs, attributes, values, count }: Job): string[][] {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) throw new Error('This Chromium has no WebGL 2.');
  const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

  // the program: nothing is drawn, what the vertices give is kept
  const program = gl.createProgram();
  for (const [type, text] of [
    [gl.VERTEX_SHADER, source],
    [gl.FRAGMENT_SHADER, 'precision highp float; void main() {}'],
  ] as const) {
    const shader = gl.createShader(type)!;
    gl.shaderSource(shader, `#version 300 es\n${text}`);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    const faults = gl.getShaderInfoLog(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(`The shader does not compile: ${faults}`);
  }
  gl.transformFeedbackVaryings(program, [...outputs], gl.SEPARATE_ATTRIBS);
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS))
    throw new Error(`The shader does not link: ${gl.getProgramInfoLog(program)}`);
  gl.useProgram(program);

  // what goes in
  const types = { Float32Array: gl.FLOAT, Uint8Array: gl.UNSIGNED_BYTE, Int8Array: gl.BYTE };
  for (const { name, kind, itemSize, bytes } of attributes) {
    const place = gl.getAttribLocation(program, name);
    if (place < 0) continue;
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, bytesOf(bytes), gl.STATIC_DRAW);
    gl.enableVertexAttribArray(place);
    gl.vertexAttribPointer(place, itemSize, types[kind], false, 0, 0);
  }
  gl.bindBuffer(gl.ARRAY_BUFFER, null);

  // what comes out
  const buffers = outputs.map((_, i) => {
    const buffer = gl.createBuffer();
    gl.bindBufferBase(gl.TRANSFORM_FEEDBACK_BUFFER, i, buffer);
    gl.bufferData(gl.TRANSFORM_FEEDBACK_BUFFER, 12 * count, gl.STREAM_READ);
    return buffer;
  });
  gl.enable(gl.RASTERIZER_DISCARD);
  const read = (buffer: WebGLBuffer): string => {
    const bytes = new Uint8Array(12 * count);
    gl.bindBuffer(gl.TRANSFORM_FEEDBACK_BUFFER, buffer);
    gl.getBufferSubData(gl.TRANSFORM_FEEDBACK_BUFFER, 0, bytes);
    let text = '';
    for (let from = 0; from < bytes.length; from += 8192)
      text += String.fromCharCode(...bytes.subarray(from, from + 8192));
    return btoa(text);
  };
  const written = values.map((value) => {
    gl.uniform4fv(gl.getUniformLocation(program, uniform), new Float32Array(bytesOf(value).buffer));
    buffers.forEach((buffer, i) => gl.bindBufferBase(gl.TRANSFORM_FEEDBACK_BUFFER, i, buffer));
    gl.beginTransformFeedback(gl.POINTS);
    gl.drawArrays(gl.POINTS, 0, count);
    gl.endTransformFeedback();
    buffers.forEach((_, i) => gl.bindBufferBase(gl.TRANSFORM_FEEDBACK_BUFFER, i, null));
    return buffers.map(read);
  });
  const fault = gl.getError();
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  if (fault !== gl.NO_ERROR) throw new Error(`WebGL says ${fault}.`);
  return written;
}
