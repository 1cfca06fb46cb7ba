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

  /** Proposes to change a file on the page that shows it; answers where the pull request is. */
  async edit(
    url: string,
    change: (text: string) => string,
    { as, message }: { as: string; message: string },
  ): Promise<string> {
    await this.page.goto(url);
    await this.#actAs(as);
    await this.page.getByRole('link', { name: 'Edit' }).click();
    const content = this.page.getByLabel('Content');
    await content.fill(change(await content.inputValue()));
    await this.page.getByLabel('What it changes').fill(message);
    await this.page
      .getByRole('button', { name: 'Propose this change' })
      .click();
    await this.page.waitForURL(/\/pull\/\d+$/);
    return this.page.url();
  }

  async approve(url: string, as: string): Promise<void> {
    await this.page.goto(url);
    await this.#actAs(as);
    await this.page
      .getByRole('button', { name: 'Approve', exact: true })
      .click();
    await expect(this.page.getByText('approved').first()).toBeVisible();
  }

  async #actAs(login: string): Promise<void> {
    await this.page.getByLabel('Acting as').selectOption(login);
    await this.page
      .getByRole('button', { name: 'Change', exact: true })
      .click();
    await expect(this.page.getByLabel('Acting as')).toHaveValue(login);
  }
}
