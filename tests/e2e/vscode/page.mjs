// usage: node page.mjs FILE SHOTS
// Opens FILE in a window and follows nanproof's advice with mouse and keyboard, as a person would; saves what the
// screen shows at each step to the folder SHOTS and prints what it read there as one line of JSON.

import path from "node:path";
import { remote, windowUrl, withPage } from "./browser.mjs";
import { goTo, texts } from "./keys.mjs";

const [file, shots] = process.argv.slice(2);
const CALL = "tf.log(y_conv)";
const EXPLANATION = "natural logarithm";

const seen = await withPage(session, shots);
console.log(JSON.stringify(seen));

async function session(page) {
  const shot = (name) => page.screenshot({ path: path.join(shots, `${name}.png`) });
  await page.goto(
    windowUrl(path.dirname(file), [
      ["openFile", remote(`${file}:1:1`)],
      ["gotoLineMode", "true"],
    ]),
  );
  const squiggles = page.locator(".editor-instance .squiggly-warning");
  await squiggles.first().waitFor({ state: "attached" });
  await shot("1-warning");

  await page.keyboard.press("Control+Shift+M");
  const rows = page.locator(".markers-panel .monaco-list-row");
  await rows.filter({ hasText: "NAN101" }).waitFor();
  const problems = await texts(rows);
  await shot("2-problems");

  // Into the call's name, from the "[Ln 4, Col 32]" of the row.
  const [, line, column] = /\[Ln (\d+), Col (\d+)\]/.exec(problems.find((row) => row.includes("NAN101")));
  await goTo(page, line, Number(column) + CALL.indexOf("log"));
  await page.keyboard.press("Control+K");
  await page.keyboard.press("Control+I");
  const hover = page.locator(".monaco-hover .monaco-hover-content").first();
  // The problem's own text comes at once, nanproof's answer after it.
  await hover.getByText(EXPLANATION).first().waitFor();
  const explained = await hover.innerText();
  await shot("3-hover");
  await page.keyboard.press("Escape");

  await page.keyboard.press("Control+.");
  const menu = page.locator(".action-widget .monaco-list-row");
  const stable = menu.filter({ hasText: "log_softmax" }).first();
  await stable.waitFor();
  const actions = await texts(menu);
  await shot("4-quick-fixes");
  const applied = (await texts(stable))[0];
  await stable.click();
  await page.locator(".editor-instance .view-line", { hasText: "log_softmax" }).waitFor();
  await rows.filter({ hasText: "NAN101" }).waitFor({ state: "detached" });
  const mended = await texts(rows);

  await page.keyboard.press("Control+S");
  await page.locator(".tab.active:not(.dirty)").waitFor();
  await shot("5-mended");

  await page.keyboard.press("Control+Z");
  await rows.filter({ hasText: "NAN101" }).waitFor();
  return { opened: problems, hover: explained, actions, applied, mended, undone: await texts(rows) };
}
