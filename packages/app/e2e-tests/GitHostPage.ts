import { expect, type Page } from '@playwright/test';

/** The page of a pull request on the demo's Git host, as somebody with the right to merge uses it. */
export class GitHostPage {
  constructor(private readonly page: Page) {}

  /** Approves as somebody who did not propose it, and merges. */
  async merge(url: string, as = 'ada'): Promise<void> {
    await this.approve(url, as);
    await this.page.getByRole('button', { name: 'Merge pull request' }).click();
    await expect(
      this.page.getByRole('button', { name: 'Merge pull request' }),
    ).toHaveCount(0);
  }

  async approve(url: string, as: string): Promise<void> {
    await this.page.goto(url);
    await this.page.getByLabel('Acting as').selectOption(as);
    await this.page
      .getByRole('button', { name: 'Change', exact: true })
      .click();
    await expect(this.page.getByLabel('Acting as')).toHaveValue(as);
    await this.page
      .getByRole('button', { name: 'Approve', exact: true })
      .click();
    await expect(this.page.getByText('approved').first()).toBeVisible();
  }
}
