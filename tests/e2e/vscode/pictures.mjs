// usage: node pictures.mjs FOLDER FILE LINE COLUMN SHOTS
// Takes the pictures that the READMEs show, of FILE in FOLDER with the cursor at LINE and COLUMN, into the folder SHOTS,
// and prints for each of them the text that stands in it.

import path from "node:path";
import { remote, windowUrl, withPage } from "./browser.mjs";
import { command, goTo, texts } from "./keys.mjs";

const [folder, file, line, column, shots] = process.argv.slice(2);
const SIZE = { width: 1000, height: 560 };
// The view of the suspects has more rows.
const TALL = { width: 1000, height: 760 };
const SCRIPT = "train.py";
const EXPLANATION = "natural logarithm";
// What fades in and out is still by then.
const SETTLE_MS = 1_500;

const seen = await withPage(session, shots);
console.log(JSON.stringify(seen));

async function session(page) {
  const shot = async (name) => {
    await page.waitForTimeout(SETTLE_MS);
    await page.screenshot({ path: path.join(shots, `${name}.png`), animations: "disabled", caret: "hide" });
  };
  await page.setViewportSize(SIZE);
  await page.goto(
    windowUrl(folder, [
      ["openFile", remote(`${file}:1:1`)],
      ["gotoLineMode", "true"],
    ]),
  );
  const squiggles = page.locator(".editor-instance .squiggly-warning");
  await squiggles.first().waitFor({ state: "attached" });
  await command(page, "View: Close Primary Side Bar").catch(() => undefined);

  await goTo(page, line, column);
  await page.keyboard.press("Control+K");
  await page.keyboard.press("Control+I");
  const hover = page.locator(".monaco-hover .monaco-hover-content").first();
  await hover.getByText(EXPLANATION).first().waitFor();
  await shot("hover");
  const explained = (await texts(hover))[0];
  await page.keyboard.press("Escape");

  await page.keyboard.press("Control+.");
  const menu = page.locator(".action-widget .monaco-list-row");
  await menu.filter({ hasText: "log_softmax" }).first().waitFor();
  await shot("quick-fixes");
  const actions = await texts(menu);
  await page.keyboard.press("Escape");

  await page.keyboard.press("Control+Shift+M");
  const rows = page.locator(".markers-panel .monaco-list-row");
  await rows.filter({ hasText: "NAN101" }).waitFor();
  await shot("problems");
  const problems = await texts(rows);
  await page.keyboard.press("Control+J");
  await page.setViewportSize(TALL);

  await page.keyboard.press("Control+P");
  await page.locator(".quick-input-widget input").waitFor();
  await page.keyboard.type(SCRIPT);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: SCRIPT }).first().click();
  await page.locator(".tab.active", { hasText: SCRIPT }).waitFor();
  const suspects = page.locator(".part.panel .pane-body .monaco-list-row");
  const found = suspects.filter({ hasText: "torch.log" });
  // On a busy machine the palette can take a key before it takes the words.
  for (let rest = 3; rest > 0 && !(await found.isVisible()); rest -= 1) {
    await command(page, "nanproof: Find What Makes the Loss NaN");
    await found.waitFor(rest > 1 ? { timeout: 30_000 } : {}).catch((problem) => {
      if (rest === 1) throw problem;
    });
  }
  await page.locator(".notification-toast").waitFor({ state: "detached" });
  await shot("suspects");
  const ranked = await texts(suspects);
  return { hover: explained, "quick-fixes": actions.join("\n"), problems: problems.join("\n"), suspects: ranked.join("\n") };
}
