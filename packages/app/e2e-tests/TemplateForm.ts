import { expect, type Page } from '@playwright/test';

/** The form of a template, from its first page to the links that its task ends with. */
export class TemplateForm {
  constructor(private readonly page: Page) {}

  async type(label: string, text: string): Promise<void> {
    const name = { name: label, exact: true };
    await this.page
      .getByRole('textbox', name)
      .or(this.page.getByRole('spinbutton', name))
      .fill(text);
  }

  /** Chooses in a list that narrows while one types. */
  async pick(
    label: string,
    text: string,
    option: string | RegExp = text,
  ): Promise<void> {
    await this.page.getByRole('textbox', { name: label }).fill(text);
    await this.page
      .getByRole('option')
      .filter({ hasText: option })
      .first()
      .click();
  }

  /** Chooses in a list that is short. */
  async select(label: string, option: string | RegExp): Promise<void> {
    await this.page.getByLabel(label).click();
    await this.page.getByRole('option', { name: option }).click();
  }

  async next(): Promise<void> {
    await this.page.getByRole('button', { name: 'Next' }).click();
  }

  /** Goes through review to the end; answers where the pull request is. */
  async create(): Promise<string> {
    await this.page.getByRole('button', { name: 'Review' }).click();
    await this.page.getByRole('button', { name: 'Create' }).click();
    const link = this.page.getByRole('link', { name: 'Pull request' });
    await expect(link).toBeVisible({ timeout: 120_000 });
    return (await link.getAttribute('href')) ?? '';
  }
}
