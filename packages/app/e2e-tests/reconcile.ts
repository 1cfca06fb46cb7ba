import { expect, type Page } from '@playwright/test';

/** Has the engine look now, so that what is edited next stays as it is until its interval is over. */
export async function reconcile(
  page: Page,
  application: string,
  cluster: string,
) {
  await page.goto(
    `/fleet/applications?text=${application}&cluster=${cluster}&engine=flux`,
  );
  await page.getByRole('button', { name: `Open ${application}` }).click();
  await page.getByRole('button', { name: 'Reconcile…' }).click();
  const dialog = page.getByRole('dialog', {
    name: `Reconcile ${application}?`,
  });
  await dialog.getByRole('button', { name: 'Reconcile' }).click();
  await expect(dialog).toBeHidden();
}
