import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * Axe, for a page without frames of other origins: then it can run within the page and need not carry every node that it
 * looked at out of it, which takes three times as long.
 */
export const axeIn = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
