import type { Outlook } from '../safety/safety-desk.svelte.ts';
import type { Stores } from '../storage/stores.ts';

/** What the home page learns after its first picture. */
export class HomeView {
  /** How long the practice takes as the person has set it; undefined until known. */
  practiceS = $state<number>();
  /** One line about the newest session; undefined until known, and when there is none. */
  lastTime = $state<string>();
  /** What the answers to the checklist allow; undefined until known, and when nothing was ever kept here. */
  outlook = $state.raw<Outlook>();
  /** A session was under way when the app was left. */
  hasRunningSession = $state(false);

  async loadPractice(
    outlook: () => Promise<Outlook | undefined>,
    practiceSeconds: (outlook: Outlook | undefined) => Promise<number>,
  ): Promise<void> {
    try {
      this.outlook = await outlook();
      this.practiceS = await practiceSeconds(this.outlook);
    } catch {
      // The network went away before the page was kept on the device: the line stays empty, and the button tells the rest.
    }
  }

  async loadDiary(openStoresIfAny: () => Promise<Stores | undefined>, now: Date): Promise<void> {
    try {
      const stores = await openStoresIfAny();
      if (stores === undefined) return;
      const { diary, progress } = stores;
      this.hasRunningSession = (await progress.load()) !== undefined;
      const { lastTime } = await import('../diary/last-time.ts');
      this.lastTime = lastTime(await diary.readAll(), now);
    } catch {
      // Without storage the practice still begins; the history page says what is the matter.
    }
  }
}
