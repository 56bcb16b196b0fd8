import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { askGateway, createCustomer, type RunningWeb, startWeb, updateElsewhere } from '../web.ts';

const gateway = inject('gateway');
let web: RunningWeb;

beforeAll(async () => {
  web = await startWeb(gateway);
});
afterAll(() => web?.stop());

interface Read {
  readonly customer: { readonly name: string; readonly note: string | null; readonly version: number };
}

const readCustomer = async (id: string): Promise<Read['customer']> =>
  (
    await askGateway<Read>(gateway, `query ($id: ID!) { customer(by: { id: $id }) { name note version } }`, {
      id,
    })
  ).customer;

async function openEdit(id: string) {
  const opened = await web.open(`/customers/${id}`);
  await opened.page.getByRole('button', { name: 'Edit' }).click();
  return { ...opened, dialog: opened.page.getByRole('dialog', { name: 'Edit the customer' }) };
}

test('what is wrong is told at its field, and nothing is lost', async () => {
  const { id, name } = await createCustomer(gateway);
  const { page, dialog, faults } = await openEdit(id);
  await dialog.getByLabel('Name').fill('');
  await dialog.getByLabel('Email').fill('not an address');
  await dialog.getByLabel('Note').fill('Kept');

  await dialog.getByRole('button', { name: 'Save' }).click();

  await dialog.getByRole('textbox', { name: 'Name', description: 'A customer must have a name.' }).waitFor();
  await dialog.getByRole('textbox', { name: 'Email', description: /This is not an email address/ }).waitFor();
  await dialog.locator('[id="edit-name"]:focus').waitFor();
  expect(await readCustomer(id)).toEqual({ name, note: 'As it was', version: 1 });

  await dialog.getByLabel('Name').fill(`${name} anew`);
  await dialog.getByLabel('Email').fill('second@example.com');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved. This is version 2.').waitFor();
  await page.getByRole('heading', { name: `${name} anew`, level: 1 }).waitFor();
  await page.getByRole('link', { name: 'second@example.com' }).waitFor();
  expect(await readCustomer(id)).toEqual({ name: `${name} anew`, note: 'Kept', version: 2 });
  expect(faults).toEqual([]);
});

test('when somebody else was faster both versions are shown, and what is chosen is saved', async () => {
  const { id, name } = await createCustomer(gateway);
  const { page, dialog, faults } = await openEdit(id);
  await dialog.getByLabel('Name').fill(`${name} of mine`);
  await updateElsewhere(gateway, id, { name: `${name} of theirs`, note: 'Theirs too' });

  await dialog.getByRole('button', { name: 'Save' }).click();

  const conflict = page.getByRole('dialog', { name: 'Somebody else saved in between' });
  const names = conflict.getByRole('group', { name: 'Name' });
  expect(await names.getByRole('radio', { name: `Yours ${name} of mine` }).isChecked()).toBe(true);
  expect(await names.getByRole('radio', { name: `Theirs ${name} of theirs` }).isChecked()).toBe(false);
  const notes = conflict.getByRole('group', { name: 'Note' });
  expect(await notes.getByRole('radio', { name: 'Theirs Theirs too' }).isChecked()).toBe(true);
  expect(await conflict.getByRole('group').count()).toBe(2);
  expect(await readCustomer(id)).toEqual({ name: `${name} of theirs`, note: 'Theirs too', version: 2 });

  await notes.getByRole('radio', { name: 'As you opened it As it was' }).check();
  await conflict.getByRole('button', { name: 'Save what is chosen' }).click();
  await page.getByText('Saved. This is version 3.').waitFor();
  expect(await readCustomer(id)).toEqual({ name: `${name} of mine`, note: 'As it was', version: 3 });
  expect(faults).toEqual([]);
});

test('who is overtaken again while choosing is asked again', async () => {
  const { id, name } = await createCustomer(gateway);
  const { page, dialog } = await openEdit(id);
  await dialog.getByLabel('Note').fill('Mine');
  await updateElsewhere(gateway, id, { note: 'Theirs' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  const choose = page.getByRole('button', { name: 'Save what is chosen' });
  await choose.waitFor();
  await updateElsewhere(gateway, id, { note: 'Theirs again' });

  await choose.click();

  await page.getByRole('radio', { name: 'Theirs Theirs again' }).waitFor();
  await choose.click();
  await page.getByText('Saved. This is version 4.').waitFor();
  expect(await readCustomer(id)).toEqual({ name, note: 'Mine', version: 4 });
});

test('a save whose answer was lost is done once, however often it is sent', async () => {
  const { id, name } = await createCustomer(gateway);
  const { page, dialog } = await openEdit(id);
  await dialog.getByLabel('Note').fill('Once');
  await page.route('**/graphql', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('alert').getByText('The gateway does not answer').waitFor();
  await page.unroute('**/graphql');

  await dialog.getByRole('button', { name: 'Save' }).click();

  await page.getByText('Saved. This is version 2.').waitFor();
  expect(await readCustomer(id)).toEqual({ name, note: 'Once', version: 2 });
});

/** Presses Tab until an element that matches the selector has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.locator(`${selector}:focus`).count()) return;
  }
  throw new Error(`Tab does not reach ${selector}.`);
}

test('a customer is found, opened, changed and left with the keyboard alone', async () => {
  const { id, name } = await createCustomer(gateway);
  const { page, faults } = await web.open('/');
  await page.getByRole('searchbox').waitFor();

  await tabTo(page, 'input[type=search]');
  await page.keyboard.type(name);
  await page.getByRole('heading', { name: '1 customer', exact: true }).waitFor();
  await tabTo(page, `[id="${id}"]`);
  await page.keyboard.press('Enter');
  await page.locator('h1:focus', { hasText: name }).waitFor();
  await tabTo(page, 'button');
  await page.keyboard.press('Enter');
  await page.locator('[id="edit-name"]:focus').waitFor();
  await page.keyboard.press('End');
  await page.keyboard.type(' by keys');
  await page.keyboard.press('Enter');

  await page.getByText('Saved. This is version 2.').waitFor();
  await page.locator('button:focus', { hasText: 'Edit' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.locator('button:focus', { hasText: 'Edit' }).waitFor();
  expect((await readCustomer(id)).name).toBe(`${name} by keys`);
  expect(faults).toEqual([]);
});
