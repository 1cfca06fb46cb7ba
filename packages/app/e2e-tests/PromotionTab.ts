import { expect, type Locator, type Page } from '@playwright/test';

/** The tab of a component on which its stages are, and its dialogs. */
export class PromotionTab {
  constructor(private readonly page: Page) {}

  async open(component: string): Promise<void> {
    await this.page.goto(`/catalog/default/component/${component}/promotion`);
  }

  stage(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Opens the dialog that shows what would move. */
  async ask(stage: string, button: string | RegExp): Promise<void> {
    const wanted = this.stage(stage).getByRole('button', { name: button });
    await expect(wanted).toBeEnabled({ timeout: 180_000 });
    await wanted.click();
    await expect(this.dialog.getByText('What moves')).toBeVisible({
      timeout: 60_000,
    });
  }

  /** Has the template open the pull request that the dialog shows; answers where it is. */
  async openPullRequest(): Promise<string> {
    await this.dialog
      .getByRole('button', { name: 'Open pull request' })
      .click();
    const link = this.dialog.getByRole('link', { name: /^Pull request/ });
    await expect(link).toBeVisible({ timeout: 120_000 });
    const url = (await link.getAttribute('href')) ?? '';
    await this.dialog.getByRole('button', { name: 'Close' }).click();
    return url;
  }

  /** Waits until the backend has opened the pull request of the wave after another's; answers where it is. */
  async pullRequestOfNextWave(
    component: string,
    before: string,
  ): Promise<string> {
    const link = this.stage('production').getByRole('link', { name: /^#\d+/ });
    let url = before;
    await expect(async () => {
      await this.open(component);
      await expect(link).toBeVisible({ timeout: 10_000 });
      url = (await link.getAttribute('href')) ?? before;
      expect(url).not.toBe(before);
    }).toPass({ timeout: 300_000 });
    return url;
  }

  /** Shows the timeline back to its begin. */
  async showWholeTimeline(): Promise<void> {
    const older = this.page.getByRole('button', { name: 'Show older ones' });
    await expect(this.page.getByText('was opened:').first()).toBeVisible();
    while (await older.isVisible()) {
      await older.click();
      await expect(
        this.page.getByRole('button', { name: 'Loading older ones' }),
      ).toHaveCount(0);
    }
  }
}
