import type { Configuration } from '@sacra/body';
import { Mesh, NoToneMapping, PCFShadowMap, PerspectiveCamera, Scene, type WebGLRenderer } from 'three';
import { CameraRig } from './camera-rig.ts';
import { createFigureGeometry, reshapeGeometry } from './figure-mesh.ts';
import { colourUniforms, paintFigure, placeColours } from './figure-colours.ts';
import { createFigureMaterials, type FigureUniforms } from './figure-material.ts';
import { axesOf, FIELD_OF_VIEW_RAD, lensFor, withFootprints } from './framing.ts';
import { createGhost } from './ghost.ts';
import { createGround } from './ground.ts';
import { createLights } from './lights.ts';
import { Marks } from './marks.ts';
import { markUniforms, paintMarks, showMarksOnBody } from './marks-shader.ts';
import { stageThemes } from './palette.ts';
import { createProps } from './props.ts';
import { ballsOf, createSegmentMotion, type Ball } from './segment-motion.ts';
import { Sharpness } from './sharpness.ts';
import type { Stage, StageOptions } from './stage.ts';

/** Frames farther apart than this were not asked for one after the other. */
const REST_MS = 400;
const BREATH_SWELL_M = 0.012;
/** A change of breath smaller than this can't be seen, and is not drawn: some 25 pictures a second while a pose is held. */
const BREATH_STEP = 0.01;
const BUTTON_TURN_S = 0.7;

/** Puts the figure, its mat and its lamps before a renderer. */
export function setStage(canvas: HTMLCanvasElement, renderer: WebGLRenderer, options: StageOptions): Stage {
  const { reducedMotion, reports } = options;
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
    ...colourUniforms(body),
  };
  const geometry = createFigureGeometry(body, mesh);
  const materials = createFigureMaterials(uniforms, body.segments.length, body.capsules.length);
  const marks = new Marks(body, reducedMotion);
  const marking = markUniforms(marks.places, marks.pools);
  showMarksOnBody(materials.surface, marking);
  const figure = new Mesh(geometry, materials.surface);
  figure.customDepthMaterial = materials.depth;
  figure.castShadow = figure.receiveShadow = true;
  figure.frustumCulled = false;
  figure.visible = false;

  const ground = createGround(uniforms.shadeCapsules, body.capsules.length, marking);
  const ghost = createGhost(body, geometry);
  const props = createProps(uniforms.shadeCapsules, body.capsules.length, reducedMotion);
  const scene = new Scene();
  scene.add(figure, ground.group, props.group, ghost.group);
  const lights = createLights(scene);
  const camera = new PerspectiveCamera((FIELD_OF_VIEW_RAD * 180) / Math.PI, 1, 0.1, 30);
  camera.up.set(0, 0, 1);
  const rig = new CameraRig({ azimuthRad: -Math.PI / 3, elevationRad: 0.2 });

  let pose: readonly Ball[] = [];
  let shown: Configuration | undefined;
  let shownBreath01 = 0;
  const inPicture = (): Ball[] => [...pose, ...props.corners];
  const sharpness = new Sharpness(devicePixelRatio);
  let drawnMs = 0;
  let frame = 0;
  let isDisposed = false;
  let isSettled = false;
  const settle = (is: boolean): void => {
    if (is === isSettled) return;
    isSettled = is;
    reports.settled(is);
  };

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
    const isFading = [props, ghost].map((one) => one.fade(nowMs)).some(Boolean);
    const isChanging = [isFading, marks.update(nowMs), rig.isMoving(nowMs)].some(Boolean);
    renderer.render(scene, camera);
    drawnMs = now();
    const pace = sharpness.frameDrawn(nowMs);
    if (pace === 'lowered') stage.resize();
    if (pace === 'too-slow' && reports.tooSlow !== undefined) return reports.tooSlow();
    if (isChanging) request();
    settle(!isChanging);
  };
  const now = (): number => performance.now();
  const request = (): void => {
    if (frame !== 0 || isDisposed) return;
    if (now() - drawnMs > REST_MS) sharpness.rest();
    frame = requestAnimationFrame(draw);
  };

  const change = (): void => {
    settle(false);
    request();
  };
  const lose = (): void => {
    settle(false);
    reports.lost(true);
  };
  const restore = (): void => {
    reports.lost(false);
    request();
  };
  canvas.addEventListener('webglcontextlost', lose);
  canvas.addEventListener('webglcontextrestored', restore);

  const stage: Stage = {
    setBody(otherBody, otherMesh) {
      if (otherBody === body && otherMesh === mesh) return;
      body = otherBody;
      mesh = otherMesh;
      motion = createSegmentMotion(body);
      uniforms.segmentMotion.value = motion.motion;
      uniforms.shadeCapsules.value = motion.capsules;
      placeColours(uniforms, body);
      reshapeGeometry(geometry, mesh);
      marks.setBody(body);
      ghost.setBody(body);
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
      change();
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
      change();
    },
    mark(marked) {
      marks.mark(marked, now());
      change();
    },
    foreshadow(q) {
      ghost.show(q, now());
      change();
    },
    setTheme(name) {
      const theme = stageThemes[name];
      ground.paint(theme);
      props.paint(theme);
      lights.paint(theme);
      paintMarks(marking, name);
      ghost.paint(name);
      request();
    },
    setPalette(palette) {
      paintFigure(uniforms, palette);
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
      canvas.removeEventListener('webglcontextlost', lose);
      canvas.removeEventListener('webglcontextrestored', restore);
      geometry.dispose();
      materials.surface.dispose();
      materials.depth.dispose();
      ghost.dispose();
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
