// usage: node missing.mjs FILE SHOTS
// Opens FILE in a window where nanproof does not run, and prints the messages that a person sees.

import path from "node:path";
import { remote, windowUrl, withPage } from "./browser.mjs";

const [file, shots] = process.argv.slice(2);
// Long enough for a second message to come, were there one.
const SETTLE_MS = 3_000;

const seen = await withPage(async (page) => {
  await page.goto(
    windowUrl(path.dirname(file), [
      ["openFile", remote(`${file}:1:1`)],
      ["gotoLineMode", "true"],
    ]),
  );
  // Under test VS Code pops nothing up: the bell counts, and its list has what a person would have seen.
  const bell = page.locator('[id="status.notifications"]');
  await bell.locator(".codicon-bell-dot").waitFor();
  await page.waitForTimeout(SETTLE_MS);
  await bell.click();
  const list = page.locator(".notifications-center .notifications-list-container");
  await list.waitFor();
  const shown = await list.locator(".notification-list-item-message").allInnerTexts();
  const buttons = await list.locator(".notification-list-item-buttons-container .monaco-button").allInnerTexts();
  await page.screenshot({ path: path.join(shots, "missing.png") });

  const settings = list.locator(".monaco-button", { hasText: "Open Settings" });
  if ((await settings.count()) > 0) {
    await settings.click();
    await page.locator(".settings-editor").getByText(/How to start nanproof|that runs nanproof/).first().waitFor();
    await page.screenshot({ path: path.join(shots, "missing-settings.png") });
  }
  return { messages: shown, buttons: buttons.map((text) => text.trim()) };
}, shots);
console.log(JSON.stringify(seen));
