import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './fleetTest';

const screens = [
  { path: '/fleet/overview', shows: 'Needs attention' },
  { path: '/fleet/clusters', shows: 'prod-us-east-1' },
  { path: '/fleet/applications', shows: 'checkout' },
  { path: '/fleet/matrix?differences=off&group=owner', shows: 'All versions' },
  { path: '/catalog/default/component/checkout/fleet', shows: 'Delivered by' },
  { path: '/catalog/default/resource/prod-us-east-1/cluster', shows: 'Doctor' },
  {
    path: '/catalog/default/resource/prod-us-east-1/cluster?section=doctor',
    shows: 'What was looked at',
  },
];

for (const theme of ['light', 'dark']) {
  test.describe(`axe finds nothing in ${theme}`, () => {
    test.beforeEach(({ page }) =>
      page.addInitScript(
        chosen => window.localStorage.setItem('theme', chosen),
        theme,
      ),
    );

    for (const { path, shows } of screens) {
      test(`on ${path}`, async ({ page }) => {
        await page.goto(path);
        await expect(
          page.getByRole('main').getByText(shows).first(),
        ).toBeVisible();

        expect(await violationsIn(page, 'main')).toEqual([]);
      });
    }

    test('on an application and on what its buttons ask', async ({ page }) => {
      await page.goto('/fleet/applications?text=checkout');
      await page
        .getByRole('button', { name: /^Open checkout/ })
        .first()
        .click();
      await expect(page.getByRole('tab', { name: 'Sources' })).toBeVisible();
      expect(await violationsIn(page, '[role="dialog"]')).toEqual([]);

      await page.getByRole('button', { name: 'Reconcile…' }).click();
      await expect(page.getByText('How to undo it')).toBeVisible();
      expect(await violationsIn(page, '[role="dialog"]')).toEqual([]);
    });
  });
}

/** Of what is ours: the sidebar and the page header are Backstage's. */
async function violationsIn(page: Page, include: string) {
  // Skeletons stand where lists will be, and what slides in is see-through until it stands.
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  const { violations } = await new AxeBuilder({ page })
    .include(include)
    .analyze();
  return violations.map(({ id, nodes }) => ({
    id,
    targets: nodes.map(({ target }) => target.join(' ')),
  }));
}
