import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FigureMesh } from '@sacra/figure';
import type * as Three from 'three';
import { openApp } from '../app-in-chromium.ts';
import { drawLittle, framesWithin, prepareToDrawLittle, type WatchedFrames } from './frame-watch.ts';
import type { BakedMovement } from './three-player.ts';

const SECONDS = 12;
const threeFolder = dirname(createRequire(import.meta.url).resolve('three'));

/** As all of it is drawn, and as the page is left to itself. */
export interface SeenPeer {
  readonly drawn: WatchedFrames;
  readonly moving: WatchedFrames;
}

/**
 * Three.js as one usually has it: our mesh with linear skinning, a baked clip in a mixer, one lamp with a shadow, a mat. In the same browser, at the same size
 * and watched in the same way as the session.
 */
export async function peerInChromium(mesh: FigureMesh, movement: BakedMovement): Promise<SeenPeer> {
  const app = await openApp();
  try {
    const { page } = app;
    await prepareToDrawLittle(page);
    await page.route('**/peer/*.js', (route) => {
      const name = new URL(route.request().url()).pathname.split('/').at(-1)?.replace('three.js', 'three.module.js');
      return route.fulfill({
        contentType: 'text/javascript',
        body: readFileSync(join(threeFolder, name ?? ''), 'utf8'),
      });
    });
    await page.goto('about/');
    await page.evaluate(playInPage, { mesh: plain(mesh), movement });
    await page.waitForTimeout(3000);
    const drawn = await framesWithin(page, SECONDS);
    await drawLittle(page);
    return { drawn, moving: await framesWithin(page, SECONDS) };
  } finally {
    await app.close();
  }
}

interface PlainMesh {
  readonly positions: readonly number[];
  readonly normals: readonly number[];
  readonly indices: readonly number[];
  readonly boneIndices: readonly number[];
  readonly boneWeights: readonly number[];
}

const plain = ({ positions, normals, indices, boneIndices, boneWeights }: FigureMesh): PlainMesh => ({
  positions: [...positions],
  normals: [...normals],
  indices: [...indices],
  boneIndices: [...boneIndices],
  boneWeights: [...boneWeights],
});

/** Runs inside the page; must not refer to anything outside itself. */
async function playInPage({
  mesh,
  movement,
}: {
  readonly mesh: PlainMesh;
  readonly movement: BakedMovement;
}): Promise<void> {
  const address = '/peer/three.js';
  const three = (await import(address)) as typeof Three;
  document.body.replaceChildren();
  const canvas = document.createElement('canvas');
  canvas.style.cssText = 'position:fixed;inset:0;width:390px;height:384px';
  document.body.append(canvas);

  const geometry = new three.BufferGeometry();
  geometry.setIndex(new three.BufferAttribute(Uint32Array.from(mesh.indices), 1));
  for (const [name, values, size] of [
    ['position', Float32Array.from(mesh.positions), 3],
    ['normal', Float32Array.from(mesh.normals), 3],
    ['skinIndex', Uint8Array.from(mesh.boneIndices), 4],
    ['skinWeight', Float32Array.from(mesh.boneWeights), 4],
  ] as const)
    geometry.setAttribute(name, new three.BufferAttribute(values, size));
  const bones = movement.bones.map(({ name, bind }) => {
    const bone = Object.assign(new three.Bone(), { name });
    bone.position.fromArray(bind, 7);
    return bone;
  });
  const inverses = movement.bones.map(({ bind }) =>
    new three.Matrix4()
      .compose(
        new three.Vector3().fromArray(bind, 0),
        new three.Quaternion().fromArray(bind, 3),
        new three.Vector3(1, 1, 1),
      )
      .invert(),
  );
  movement.bones.forEach(({ parent }, index) => {
    const bone = bones[index];
    if (bone !== undefined && parent >= 0) bones[parent]?.add(bone);
  });
  const figure = new three.SkinnedMesh(geometry, new three.MeshStandardMaterial({ color: 0x3f767b }));
  if (bones[0] !== undefined) figure.add(bones[0]);
  figure.bind(new three.Skeleton(bones, inverses), new three.Matrix4());
  figure.castShadow = figure.receiveShadow = true;
  figure.frustumCulled = false;

  const mat = new three.Mesh(new three.PlaneGeometry(1.83, 0.61), new three.MeshStandardMaterial({ color: 0xb3c3aa }));
  mat.receiveShadow = true;
  const lamp = new three.DirectionalLight(0xffffff, 2);
  lamp.position.set(2, -3, 4);
  lamp.castShadow = true;
  lamp.shadow.mapSize.set(2048, 2048);
  const scene = new three.Scene();
  scene.add(figure, mat, lamp, new three.HemisphereLight());
  const camera = new three.PerspectiveCamera(24, 390 / 384, 0.1, 30);
  camera.up.set(0, 0, 1);
  camera.position.set(0.7, -4.4, 1);
  camera.lookAt(0, 0, 0.3);
  const renderer = new three.WebGLRenderer({ canvas, antialias: true, alpha: true });
  renderer.shadowMap.enabled = true;
  renderer.setSize(390, 384, false);

  const mixer = new three.AnimationMixer(figure);
  mixer.clipAction(three.AnimationClip.parse(movement.clip as never)).play();
  requestAnimationFrame(function show(nowMs) {
    mixer.setTime((nowMs / 8000) % 1);
    renderer.render(scene, camera);
    requestAnimationFrame(show);
  });
}
