import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds against a page as it stands: one line a fault, with the element and the reason. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Otherwise axe opens a page of its own, so that pages of others in frames can be told apart.
  if (page.frames().length > 1) throw new Error('this looks into no frames');
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  if (passes.length === 0) throw new Error('axe looked at nothing: is the page empty?');
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
