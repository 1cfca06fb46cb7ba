import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './fleetTest';

const screens = [
  { path: '/fleet/overview', shows: 'Needs attention' },
  { path: '/fleet/clusters', shows: 'prod-us-east-1' },
  { path: '/fleet/applications', shows: 'checkout' },
  { path: '/fleet/matrix?differences=off&group=owner', shows: 'All versions' },
  { path: '/fleet/provisioning', shows: 'search-index' },
  { path: '/fleet/provisioning/order', shows: 'Offered by' },
  { path: '/fleet/drift', shows: 'Who corrects it' },
  { path: '/fleet/drift?view=counts', shows: 'By cluster' },
  { path: '/fleet/drift?view=history', shows: 'Open at the end of each day' },
  { path: '/fleet/drift?view=blind', shows: 'Nowhere compared' },
  { path: '/fleet/policy', shows: 'Enforced' },
  {
    path: '/fleet/policy?view=coverage&environment=production',
    shows: 'No privileged containers',
  },
  { path: '/fleet/policy?view=coverage&by=policy', shows: 'other version' },
  { path: '/fleet/policy?view=results', shows: 'How to fix it' },
  { path: '/fleet/policy?view=exceptions', shows: 'expires soon' },
  { path: '/fleet/promotions', shows: 'What needs a person comes first' },
  { path: '/fleet/promotions?view=pipelines', shows: 'bookings' },
  { path: '/fleet/promotions?view=teams', shows: 'Lead time' },
  { path: '/fleet/promotions?view=freezes', shows: 'As a list' },
  { path: '/fleet/promotions?view=timeline', shows: 'Newest first' },
  {
    path: '/catalog/default/component/bookings/promotion',
    shows: 'Promote to staging',
  },
  { path: '/catalog/default/component/checkout/policy', shows: 'Fix first' },
  { path: '/catalog/default/component/checkout/drift', shows: 'Worst first' },
  { path: '/catalog/default/system/billing/drift', shows: 'Worst first' },
  { path: '/catalog/default/component/checkout/fleet', shows: 'Delivered by' },
  { path: '/catalog/default/resource/prod-us-east-1/cluster', shows: 'Doctor' },
  {
    path: '/catalog/default/resource/prod-us-east-1/cluster?section=doctor',
    shows: 'What Flux tells by itself',
  },
  {
    path: '/catalog/default/resource/prod-us-east-1/cluster?section=upgrade-readiness',
    shows: 'Ask again',
  },
];

const themes = ['light', 'dark'] as const;

test.describe.configure({ mode: 'parallel' });

test.describe('axe finds nothing in light and in dark', () => {
  for (const { path, shows } of screens) {
    test(`on ${path}`, async ({ page }) => {
      await page.goto(path);
      await expect(
        page.getByRole('main').getByText(shows).first(),
      ).toBeVisible();

      expect(await violationsIn(page)).toEqual([]);
    });
  }

  test('on what is chosen from', async ({ page }) => {
    await page.goto('/fleet/matrix');
    for (const [name, opened] of [
      ['Cluster', '[role="dialog"]'],
      ['Group by', '[role="menu"]'],
    ]) {
      // Another theme closes it.
      for (const theme of themes) {
        await choose(page, theme);
        await page.getByRole('button', { name }).click();
        await expect(page.locator(opened)).toBeVisible();
        expect(await violationsAsItIs(page, opened)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.locator(opened)).toBeHidden();
      }
    }
  });

  test('on a drift and on what its buttons ask', async ({ page }) => {
    await page.goto('/fleet/drift?text=monitoring');
    await page
      .getByRole('button', { name: /^Open monitoring/ })
      .first()
      .click();
    await expect(
      page.getByRole('link', { name: 'all that differs in it' }),
    ).toBeVisible();
    expect(await violationsIn(page, '[role="dialog"]')).toEqual([]);

    await page.getByRole('button', { name: 'Mute…' }).click();
    await expect(page.getByLabel('For how long')).toBeVisible();
    expect(await violationsIn(page, '[role="dialog"]')).toEqual([]);
  });

  test('on a breach and on the policy that it breaks', async ({ page }) => {
    await page.goto('/fleet/policy?view=results&engine=kyverno');
    await page
      .getByRole('button', { name: /^Open / })
      .first()
      .click();
    await expect(page.getByText('What the policy says')).toBeVisible();
    expect(await violationsIn(page, '[role="dialog"]')).toEqual([]);

    await page.getByRole('button', { name: 'About the policy' }).click();
    await expect(page.getByText('Where it stands').first()).toBeVisible();
    expect(await violationsIn(page, '[role="dialog"]')).toEqual([]);
  });

  test('on a claim that fails, its objects and their graph', async ({
    page,
  }) => {
    await page.goto('/fleet/provisioning?state=failing');
    await page.getByRole('link', { name: 'search-index' }).click();
    await page
      .getByRole('button', { name: /^Details of Instance/ })
      .first()
      .click();
    await expect(page.getByText('Read from hub')).toBeVisible();
    expect(await violationsIn(page)).toEqual([]);

    await page.getByRole('tab', { name: 'Graph' }).click();
    await expect(
      page
        .getByRole('group', { name: /^Graph of/ })
        .getByText('Instance', { exact: true }),
    ).toBeVisible();
    expect(await violationsIn(page)).toEqual([]);
  });

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

/** What axe finds in the page, or a part of it, in either theme. */
async function violationsIn(page: Page, include?: string) {
  const found = [];
  for (const theme of themes) {
    await choose(page, theme);
    for (const violation of await violationsAsItIs(page, include)) {
      found.push({ theme, ...violation });
    }
  }
  return found;
}

/** As if it were chosen in another tab of the browser, so that the page need not be loaded again. */
async function choose(page: Page, theme: (typeof themes)[number]) {
  await page.evaluate(chosen => {
    const key = 'theme';
    window.localStorage.setItem(key, chosen);
    window.dispatchEvent(new StorageEvent('storage', { key }));
  }, theme);
  await expect(page.locator('body')).toHaveAttribute('data-theme-mode', theme);
}

/**
 * In all of the page but three parts of Backstage: its header's hidden title, tabs that name a panel which is not there, and the
 * sidebar's count of notifications, which its name leaves out.
 */
async function violationsAsItIs(page: Page, include = 'body') {
  // Skeletons stand where lists will be, what slides in is see-through until it stands, and colours fade into those of the theme.
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  const { violations } = await new AxeBuilder({ page })
    .include(include)
    .exclude('.bui-VisuallyHidden')
    .exclude('.bui-Tabs')
    .exclude('nav a[href="/notifications"]')
    .analyze();
  return violations.map(({ id, nodes }) => ({
    id,
    targets: nodes.map(({ target }) => target.join(' ')),
  }));
}
