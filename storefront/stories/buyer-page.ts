import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import type { Said } from './said.ts';

/** How long a busy machine may take for one step, and for a story, in milliseconds. */
export const stepPatience = 100_000;
export const storyPatience = 600_000;

/** What a buyer does on the pages of the shop, one step after the other. */
export class BuyerPage {
  readonly page: Page;
  readonly said: Said;

  constructor(page: Page, words: Said) {
    page.setDefaultTimeout(stepPatience);
    this.page = page;
    this.said = words;
  }

  button = (name: string | RegExp): Locator => this.page.getByRole('button', { name, exact: true });
  heading = (name: string): Locator => this.page.getByRole('heading', { name, exact: true });

  /** From the login on: makes an account, which goes on where the login was called from. */
  async register(name = 'Ana Ruiz'): Promise<{ email: string; password: string }> {
    const { page, said } = this;
    const account = { email: `${randomUUID()}@reader.example`, password: 'a quiet shelf of old books' };
    await page.getByRole('link', { name: said.toRegister }).click();
    await page.getByLabel(said.name).fill(name);
    await page.getByLabel(said.email).fill(account.email);
    await page.getByLabel(said.password).fill(account.password);
    await this.button(said.toRegister).click();
    return account;
  }

  /** On the login's page: goes on where the login was called from. */
  async logIn({ email, password }: { email: string; password: string }): Promise<void> {
    await this.page.getByLabel(this.said.email).fill(email);
    await this.page.getByLabel(this.said.password).fill(password);
    await this.button(this.said.logIn).click();
  }

  /** To the page that reserves a book, signed in as somebody new. */
  async toReservation(origin: string, bookId: string): Promise<void> {
    await this.page.goto(`${origin}/buy/${bookId}`);
    await this.register();
    await this.button(this.said.reserve).waitFor();
  }

  /** Writes an address, for which a carrier is offered. */
  async writeDelivery(country = 'CO'): Promise<void> {
    const { page, said } = this;
    await page.getByLabel(said.country, { exact: true }).selectOption(country);
    await page.getByLabel(said.recipient).fill('Ana Ruiz');
    await page.getByLabel(said.street, { exact: true }).fill('Calle 10 # 5-51');
    await page.getByLabel(said.city, { exact: true }).fill('Bogotá');
    await page.getByRole('radio').first().waitFor();
  }

  /** Writes an address and takes the carrier that is offered. */
  async chooseDelivery(): Promise<void> {
    await this.writeDelivery();
    await this.button(this.said.goOn).click();
  }

  /** From the page that reserves a book to the one that pays it. */
  async toPayment(): Promise<void> {
    await this.button(this.said.reserve).click();
    await this.chooseDelivery();
    await this.button(this.said.pay).waitFor();
  }

  /** The id of the purchase whose page is shown. */
  async purchaseId(): Promise<string> {
    await this.page.waitForURL(/\/purchases\/./);
    return new URL(this.page.url()).pathname.split('/')[2] ?? '';
  }
}
