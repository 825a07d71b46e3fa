// What a person does with the keyboard in VS Code's page, and what they read there.

/** Puts the cursor to a line and a column of the open editor, both from 1. */
export async function goTo(page, line, column) {
  await page.locator(".editor-instance .view-lines").first().click({ position: { x: 5, y: 5 } });
  await page.keyboard.press("Control+G");
  await page.locator(".quick-input-widget input").waitFor();
  await page.keyboard.type(`${line}:${column}`);
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/** Runs a command by its title in the palette. */
export async function command(page, title) {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input").waitFor();
  await page.keyboard.type(title);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
}

/** The texts of all that a locator finds, each on one line. */
export async function texts(locator) {
  const all = await locator.allInnerTexts();
  return all.map((text) => text.replace(/\s+/g, " ").trim());
}
