// usage: node opened.mjs FILE SHOTS
// Opens FILE in a window, waits until nanproof warns of something in it, and closes the window.

import path from "node:path";
import { remote, windowUrl, withPage } from "./browser.mjs";

const [file, shots] = process.argv.slice(2);

await withPage(async (page) => {
  await page.goto(
    windowUrl(path.dirname(file), [
      ["openFile", remote(`${file}:1:1`)],
      ["gotoLineMode", "true"],
    ]),
  );
  await page.locator(".editor-instance .squiggly-warning").first().waitFor({ state: "attached" });
}, shots);
console.log(JSON.stringify({ warned: true }));
