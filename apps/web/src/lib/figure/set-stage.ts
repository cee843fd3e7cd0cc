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
import { createSegmentMotion, type Ball } from './segment-motion.ts';
import { ShadowDrift, UNSEEN_LAG_M } from './shadow-drift.ts';
import { Sharpness } from './sharpness.ts';
import type { FigureFrame, Stage, StageOptions } from './stage.ts';

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
  renderer.shadowMap.autoUpdate = false;

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

  const pose = withFootprints(new Float32Array(0));
  const lamp = new Float32Array(3);
  const shadows = new ShadowDrift();
  let shown: Configuration | undefined;
  let shownBreath01 = 0;
  let presence01 = 1;
  const inPicture = (): Ball[] => [...pose, ...props.corners];
  const sharpness = new Sharpness(devicePixelRatio);
  let follow: ((nowMs: number) => FigureFrame) | undefined;
  let isWanted = false;
  let isPlaced = false;
  let frame = 0;
  let isDisposed = false;
  let isSettled = false;
  const settle = (is: boolean): void => {
    if (is === isSettled) return;
    isSettled = is;
    reports.settled(is);
  };

  const take = ({ q, breath01, presence01: presence = 1 }: FigureFrame): void => {
    if (presence !== presence01) canvas.style.opacity = `${(presence01 = presence)}`;
    const isSamePlace = shown !== undefined && q.every((value, i) => value === shown![i]);
    if (isSamePlace && Math.abs(breath01 - shownBreath01) < BREATH_STEP) return;
    shownBreath01 = breath01;
    uniforms.breath.value = BREATH_SWELL_M * breath01;
    isWanted = true;
    if (isSamePlace) return;
    shown = q.slice();
    motion.pose(q);
    withFootprints(motion.capsules, pose);
    figure.visible = true;
    isPlaced = false;
  };

  /** Camera, lamps and shadows: they stay as they are while the figure but breathes. */
  const place = (nowMs: number): void => {
    const { view, framing } = rig.placement(lensFor(camera.aspect), inPicture(), nowMs);
    const { outward } = axesOf(view);
    const [x, y, z] = framing.targetM;
    camera.position.set(
      x + outward[0] * framing.distanceM,
      y + outward[1] * framing.distanceM,
      z + outward[2] * framing.distanceM,
    );
    camera.lookAt(x, y, z);
    const lampAzimuthRad = rig.lampAzimuthRad(nowMs);
    lights.aim(lampAzimuthRad, framing.targetM);
    lamp[0] = x;
    lamp[1] = y;
    lamp[2] = lampAzimuthRad;
    isPlaced = !rig.isMoving(nowMs);
  };

  /** Has shadows drawn with the next picture when they lag behind what casts them; false when they lag behind, but nobody can see it yet. */
  const drawShadows = (isPropFading: boolean, isMoving: boolean): boolean => {
    const lagM = shadows.lagM(motion.capsules, lamp);
    const isDue = isPropFading || lagM > (isMoving ? UNSEEN_LAG_M : 0);
    if (isDue) shadows.drawn(motion.capsules, lamp);
    renderer.shadowMap.needsUpdate ||= isDue;
    return isDue || lagM === 0;
  };

  const draw = (nowMs: number): void => {
    isWanted = false;
    if (canvas.width === 0 || canvas.height === 0 || pose.length === 0) return;
    const isMoving = !isPlaced;
    if (isMoving) place(nowMs);
    const isPropFading = props.fade(nowMs);
    const doShadowsLag = !drawShadows(isPropFading, isMoving);
    isWanted = [!isPlaced, isPropFading, doShadowsLag, ghost.fade(nowMs), marks.update(nowMs)].some(Boolean);
    renderer.render(scene, camera);
    settle(!isWanted);
  };
  const onFrame = (nowMs: number): void => {
    frame = 0;
    const pace = sharpness.frame(nowMs);
    if (follow) take(follow(nowMs));
    if (pace === 'lowered') stage.resize();
    else if (isWanted) draw(nowMs);
    if (pace === 'too-slow' && reports.tooSlow !== undefined) return reports.tooSlow();
    if (follow || isWanted) ask();
  };
  const now = (): number => performance.now();
  const ask = (): void => {
    frame ||= requestAnimationFrame(onFrame);
  };
  const request = (): void => {
    isWanted = true;
    if (isDisposed || frame !== 0) return;
    sharpness.rest();
    ask();
  };
  const requestPlaced = (): void => {
    isPlaced = false;
    request();
  };

  const change = (): void => {
    settle(false);
    shadows.forget();
    requestPlaced();
  };
  const lose = (): void => {
    settle(false);
    reports.lost(true);
  };
  const restore = (): void => {
    reports.lost(false);
    shadows.forget();
    requestPlaced();
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
      shadows.forget();
      ghost.setBody(body);
      shown = undefined;
    },
    follow(frameAt, isMoving) {
      follow = isMoving ? frameAt : undefined;
      take(frameAt(now()));
      if (isMoving || isWanted) request();
    },
    lookFrom(view, seconds, over) {
      const balls = over && [...over.flatMap((q) => withFootprints(motion.capsulesIn(q))), ...props.corners];
      const live = pose.length > 0 ? inPicture().map((ball): Ball => [...ball]) : (balls ?? []);
      rig.lookFrom(view, balls, live, reducedMotion ? 0 : seconds, now());
      change();
    },
    turnBy(azimuthRad, elevationRad, seconds = 0) {
      rig.turnBy(azimuthRad, elevationRad, reducedMotion ? 0 : seconds, now());
      requestPlaced();
    },
    turnTo(view) {
      rig.turnTo(view, reducedMotion ? 0 : BUTTON_TURN_S, now());
      requestPlaced();
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
      isPlaced = false;
      shadows.forget();
      // A new size empties the canvas: drawn at once, before the page is painted, the figure doesn't blink.
      draw(now());
      if (isWanted) request();
    },
    dispose() {
      isDisposed = true;
      follow = undefined;
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
