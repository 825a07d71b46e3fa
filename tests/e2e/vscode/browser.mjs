// The browser that shows VS Code, and how a page of it is asked for.

import { createRequire } from "node:module";
import path from "node:path";

const { CHROMIUM, NODE_MODULES, CODE_SERVER_URL } = process.env;
const { chromium } = createRequire(`${NODE_MODULES}/`)("playwright-core");

// VS Code, the extension, Python and the server start within this, on a busy machine.
const PATIENCE_MS = 60_000;

/** Calls `use` with a page, and closes the browser afterwards, come what may; a failure is photographed. */
export async function withPage(use, shots) {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    // A desktop's VS Code needs not ask for them.
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    try {
      return await use(page);
    } catch (problem) {
      await page.screenshot({ path: path.join(shots, "failed.png") });
      throw problem;
    }
  } finally {
    await browser.close();
  }
}

/** The URI under which the window knows a file of this machine. */
export function remote(path) {
  return `vscode-remote://${new URL(CODE_SERVER_URL).host}${path}`;
}

/** The address of a window on `folder`; `payload` is what a desktop VS Code gets as command-line flags. */
export function windowUrl(folder, payload) {
  return `${CODE_SERVER_URL}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}
