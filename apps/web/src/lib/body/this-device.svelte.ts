import { version } from '$app/environment';
import { personKey, type Person } from '@sacra/body';
import { atlasFit, type Atlas, type AtlasFit } from '@sacra/solve';
import { startAtlas, startPreview } from './start-workers.ts';
import { wholeAddress } from './whole-address.ts';
import { openStores, openStoresIfAny } from '../storage/stores.ts';
import { ownCards } from '../cards/own-cards.svelte.ts';
import { lookKey } from '../settings/look.ts';
import { settings } from '../settings/settings-store.svelte.ts';
import { CardDrawer } from './card-drawer.ts';
import { MyBody } from './my-body.svelte.ts';
import { atlasName, PersonalAtlas } from './personal-atlas.svelte.ts';

/** The body that was set up on this device. */
export const myBody = new MyBody({
  openStore: async () => (await openStores()).body,
  openStoreIfAny: async () => (await openStoresIfAny())?.body,
});

let own = $state.raw<PersonalAtlas>();
let drawer: CardDrawer | undefined;
let drawnIn: string | undefined;

/** The atlas of a person, one at a time: another person's ends the work on the one before. What is named is solved first. */
export function solveFor(person: Person, order: readonly string[]): PersonalAtlas {
  if (own === undefined || personKey(own.person) !== personKey(person)) {
    stopSolving();
    own = new PersonalAtlas(person, {
      startWorker: startAtlas,
      openStore: async () => (await openStores()).atlases,
      referenceUrl: wholeAddress('/atlas/reference.bin'),
      version,
    });
  }
  void own.solve(order);
  return own;
}

/** The atlas of the body that was set up here; undefined when none was. */
export async function bringOwnAtlas(order: readonly string[]): Promise<PersonalAtlas | undefined> {
  await myBody.load();
  return myBody.person === undefined ? undefined : solveFor(myBody.person, order);
}

/** How a keyframe comes out on the body of this device; undefined while it isn't known, and where there is no such body. */
export const ownFitOf = (keyframe: string): AtlasFit | undefined => own && atlasFit(own.atlas, keyframe);

/** What is solved so far for the body of this device. */
export const ownAtlas = (): Atlas | undefined => own?.atlas;

/** Has the cards of these keyframes drawn for the body of this device. */
export function drawOwnCards(keyframes: readonly string[]): void {
  if (own === undefined) return;
  const { person } = own;
  const { look } = settings.current;
  if (drawnIn !== lookKey(look)) forgetCards();
  drawnIn = lookKey(look);
  drawer ??= new CardDrawer(person, `${atlasName(person, version)} ${lookKey(look)}`, {
    look,
    startWorker: startPreview,
    openStore: async () => (await openStores()).atlases,
    figureUrl: wholeAddress('/atlas/figure.bin'),
    show: (keyframe, svg) => ownCards.set(keyframe, `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`),
  });
  void drawer.draw(keyframes);
}

/** Lets go of what is being solved and drawn, and of what has been. */
export function stopSolving(): void {
  own?.close();
  forgetCards();
  own = undefined;
}

function forgetCards(): void {
  drawer?.close();
  drawer = undefined;
  ownCards.clear();
}
