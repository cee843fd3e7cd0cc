/**
 * The one door for end-to-end tests, read before anything starts: a page script may set
 * `globalThis.__sacraTest = { clockRate: 40, voice: 'silent-fast', figure: 'patient' }`.
 *
 * - `clockRate`: how many milliseconds of session time pass in one real millisecond (default 1).
 * - `voice: 'silent-fast'`: no browser speech; every line counts as spoken at once, so only captions carry the words.
 * - `figure: 'patient'`: the figure moves however slowly it must, where it would else give way to cards: how fast a machine draws is not what a journey asks.
 */
interface TestHook {
  readonly clockRate?: number;
  readonly voice?: 'silent-fast';
  readonly figure?: 'patient';
}

export function testHook(): TestHook {
  return hook;
}

// Looked up once: a browser asks the whole page for an element of that name each time.
const hook = (globalThis as { __sacraTest?: TestHook }).__sacraTest ?? {};
