// usage: node host.mjs FOLDER SUITE SHOTS EXTENSION...
// Opens a window on FOLDER and runs the tests of the extension SUITE inside its extension host, beside other extensions.

import { remote, windowUrl, withPage } from "./browser.mjs";

const [folder, suite, shots, ...extensions] = process.argv.slice(2);

const code = await withPage(async (page) => {
  const exit = new Promise((resolve) => page.exposeFunction("codeAutomationExit", resolve));
  await page.exposeFunction("codeAutomationLog", (_type, words) => console.error(words.join(" ")));
  await page.goto(
    windowUrl(folder, [
      ...[suite, ...extensions].map((each) => ["extensionDevelopmentPath", remote(each)]),
      ["extensionTestsPath", remote(`${suite}/index.js`)],
    ]),
  );
  return exit;
}, shots);
console.log(JSON.stringify({ code }));
process.exit(code);
