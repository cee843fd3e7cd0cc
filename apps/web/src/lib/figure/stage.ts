import type { Body, Configuration } from '@sacra/body';
import type { FigureMesh, PropPlace, View } from '@sacra/figure';
import { Color, Mesh, NoToneMapping, PCFShadowMap, PerspectiveCamera, Scene, Vector3, WebGLRenderer } from 'three';
import { CameraRig } from './camera-rig.ts';
import { createFigureGeometry, headOriginM, reshapeGeometry } from './figure-mesh.ts';
import { createFigureMaterials, type FigureUniforms } from './figure-material.ts';
import { axesOf, FIELD_OF_VIEW_RAD, lensFor } from './framing.ts';
import { createGround } from './ground.ts';
import { createLights } from './lights.ts';
import { stageThemes, type FigurePalette, type ThemeName } from './palette.ts';
import { createProps } from './props.ts';
import { createSegmentMotion, type Ball } from './segment-motion.ts';
import { Sharpness } from './sharpness.ts';

export interface StageOptions {
  readonly body: Body;
  readonly mesh: FigureMesh;
  readonly palette: FigurePalette;
  readonly reducedMotion: boolean;
  readonly theme: ThemeName;
}

/** The figure on its mat. Draws only when something has changed. */
export interface Stage {
  /** Takes another body, with its figure of the same vertices; `show` it next. */
  setBody(body: Body, mesh: FigureMesh): void;
  /** Puts the figure into a configuration; `breath01` is how full the lungs are, 0 to 1. */
  show(q: Configuration, breath01: number): void;
  /**
   * Moves the camera to a view over some seconds (at once with reduced motion) and takes back what the person has turned.
   * `over`: all that should be in the picture there, such as both ends of a movement; without it the camera follows.
   */
  lookFrom(view: View, seconds: number, over?: readonly Configuration[]): void;
  /** Turns the camera around the figure as far as a finger has dragged. */
  turnBy(azimuthRad: number, elevationRad: number, seconds?: number): void;
  /** Turns to a direction of the world until the next `lookFrom`. */
  turnTo(view: View): void;
  setProps(props: readonly PropPlace[]): void;
  setTheme(theme: ThemeName): void;
  setPalette(palette: FigurePalette): void;
  /** To be called when the canvas has another size. */
  resize(): void;
  dispose(): void;
}

export type StageError = { readonly type: 'no-webgl' };
export type StageResult =
  { readonly ok: true; readonly value: Stage } | { readonly ok: false; readonly error: StageError };

/** Frames farther apart than this were not asked for one after the other. */
const REST_MS = 400;
const BREATH_SWELL_M = 0.0075;
/** A change of breath smaller than this can't be seen, and is not drawn: some 25 pictures a second while a pose is held. */
const BREATH_STEP = 0.01;
const BUTTON_TURN_S = 0.7;

/** A stage on a canvas, or the reason why there is none: then show the card. */
export function createStage(canvas: HTMLCanvasElement, options: StageOptions): StageResult {
  let renderer: WebGLRenderer;
  try {
    renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true, powerPreference: 'low-power' });
  } catch {
    return { ok: false, error: { type: 'no-webgl' } };
  }
  return { ok: true, value: setStage(canvas, renderer, options) };
}

function setStage(canvas: HTMLCanvasElement, renderer: WebGLRenderer, options: StageOptions): Stage {
  const { reducedMotion } = options;
  let { body, mesh } = options;
  renderer.setClearColor(0x000000, 0);
  renderer.toneMapping = NoToneMapping;
  renderer.shadowMap.enabled = true;
  renderer.shadowMap.type = PCFShadowMap;

  let motion = createSegmentMotion(body);
  const uniforms: FigureUniforms = {
    segmentMotion: { value: motion.motion },
    shadeCapsules: { value: motion.capsules },
    breath: { value: 0 },
    skin: { value: new Color() },
    hair: { value: new Color() },
    top: { value: new Color() },
    leggings: { value: new Color() },
    headOrigin: { value: new Vector3(...headOriginM(body)) },
    bodyScale: { value: body.person.statureM / 1.7 },
  };
  const geometry = createFigureGeometry(body, mesh);
  const materials = createFigureMaterials(uniforms, body.segments.length, body.capsules.length);
  const figure = new Mesh(geometry, materials.surface);
  figure.customDepthMaterial = materials.depth;
  figure.castShadow = figure.receiveShadow = true;
  figure.frustumCulled = false;
  figure.visible = false;

  const ground = createGround(uniforms.shadeCapsules, body.capsules.length);
  const props = createProps(uniforms.shadeCapsules, body.capsules.length, reducedMotion);
  const scene = new Scene();
  scene.add(figure, ground.group, props.group);
  const lights = createLights(scene);
  const camera = new PerspectiveCamera((FIELD_OF_VIEW_RAD * 180) / Math.PI, 1, 0.1, 30);
  camera.up.set(0, 0, 1);
  const rig = new CameraRig({ azimuthRad: -Math.PI / 3, elevationRad: 0.2 });

  let pose: readonly Ball[] = [];
  let shown: Configuration | undefined;
  let shownBreath01 = 0;
  const inPicture = (): Ball[] => [...pose, ...props.corners];
  const sharpness = new Sharpness(devicePixelRatio);
  let askedMs = 0;
  let frame = 0;
  let isDisposed = false;

  const draw = (nowMs: number): void => {
    frame = 0;
    if (isDisposed || canvas.width === 0 || canvas.height === 0 || pose.length === 0) return;
    const { view, framing } = rig.placement(lensFor(camera.aspect), inPicture(), nowMs);
    const { outward } = axesOf(view);
    const [x, y, z] = framing.targetM;
    camera.position.set(
      x + outward[0] * framing.distanceM,
      y + outward[1] * framing.distanceM,
      z + outward[2] * framing.distanceM,
    );
    camera.lookAt(x, y, z);
    lights.aim(rig.poseAzimuthRad(nowMs), framing.targetM);
    const isFading = props.fade(nowMs);
    renderer.render(scene, camera);
    if (sharpness.frameDrawn(nowMs)) stage.resize();
    if (isFading || rig.isMoving(nowMs)) request();
  };
  const now = (): number => performance.now();
  const request = (): void => {
    if (frame !== 0 || isDisposed) return;
    const askMs = now();
    if (askMs - askedMs > REST_MS) sharpness.rest();
    askedMs = askMs;
    frame = requestAnimationFrame(draw);
  };

  canvas.addEventListener('webglcontextrestored', request);

  const stage: Stage = {
    setBody(otherBody, otherMesh) {
      if (otherBody === body && otherMesh === mesh) return;
      body = otherBody;
      mesh = otherMesh;
      motion = createSegmentMotion(body);
      uniforms.segmentMotion.value = motion.motion;
      uniforms.shadeCapsules.value = motion.capsules;
      uniforms.headOrigin.value.set(...headOriginM(body));
      uniforms.bodyScale.value = body.person.statureM / 1.7;
      reshapeGeometry(geometry, mesh);
      shown = undefined;
    },
    show(q, breath01) {
      const isSamePlace = shown !== undefined && q.every((value, i) => value === shown![i]);
      if (isSamePlace && Math.abs(breath01 - shownBreath01) < BREATH_STEP) return;
      shown = q.slice();
      shownBreath01 = breath01;
      motion.pose(q);
      pose = withFootprints(ballsOf(motion.capsules));
      uniforms.breath.value = BREATH_SWELL_M * breath01;
      figure.visible = true;
      request();
    },
    lookFrom(view, seconds, over) {
      const balls = over && [...withFootprints(over.flatMap((q) => motion.balls(q))), ...props.corners];
      rig.lookFrom(view, balls, pose.length > 0 ? inPicture() : (balls ?? []), reducedMotion ? 0 : seconds, now());
      request();
    },
    turnBy(azimuthRad, elevationRad, seconds = 0) {
      rig.turnBy(azimuthRad, elevationRad, reducedMotion ? 0 : seconds, now());
      request();
    },
    turnTo(view) {
      rig.turnTo(view, reducedMotion ? 0 : BUTTON_TURN_S, now());
      request();
    },
    setProps(places) {
      props.set(places, now());
      request();
    },
    setTheme(name) {
      const theme = stageThemes[name];
      ground.paint(theme);
      props.paint(theme);
      lights.paint(theme);
      request();
    },
    setPalette({ skin, hair, top, leggings }) {
      uniforms.skin.value.set(skin);
      uniforms.hair.value.set(hair);
      uniforms.top.value.set(top);
      uniforms.leggings.value.set(leggings);
      request();
    },
    resize() {
      const { clientWidth, clientHeight } = canvas;
      if (clientWidth === 0 || clientHeight === 0) return;
      renderer.setPixelRatio(sharpness.pixelRatio);
      renderer.setSize(clientWidth, clientHeight, false);
      camera.aspect = clientWidth / clientHeight;
      camera.updateProjectionMatrix();
      // A new size empties the canvas: drawn at once, before the page is painted, the figure doesn't blink.
      cancelAnimationFrame(frame);
      draw(now());
    },
    dispose() {
      isDisposed = true;
      cancelAnimationFrame(frame);
      canvas.removeEventListener('webglcontextrestored', request);
      geometry.dispose();
      materials.surface.dispose();
      materials.depth.dispose();
      ground.dispose();
      props.dispose();
      lights.dispose();
      renderer.dispose();
    },
  };
  stage.setTheme(options.theme);
  stage.setPalette(options.palette);
  stage.resize();
  return stage;
}

function ballsOf(capsules: Float32Array): Ball[] {
  return Array.from({ length: capsules.length / 4 }, (_, i): Ball => [
    capsules[4 * i]!,
    capsules[4 * i + 1]!,
    capsules[4 * i + 2]!,
    capsules[4 * i + 3]!,
  ]);
}

/** Some ground around the body belongs to the picture, and a finger's breadth of flesh and hair beyond the capsules. */
function withFootprints(balls: readonly Ball[]): Ball[] {
  return balls.flatMap(([x, y, z, radius]): Ball[] => [
    [x, y, z, radius + 0.035],
    [x, y, 0, radius + 0.06],
  ]);
}
