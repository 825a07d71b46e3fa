/** Where a log comes from: the screen, the clipboard, a file, or an editor into which it is pasted. */

import fs from "node:fs/promises";
import { env, window, workspace, type TextDocument, type Uri } from "vscode";
import { looksLikeLog } from "./log";

const MOST_MEGABYTES = 20;
const LOGS = new Set(["log", "plaintext"]);
const FIND = "Find It";

/** The log that is on the screen or on the clipboard; else a person is asked for one. */
export async function chosenLog(): Promise<string | undefined> {
  const copied = await env.clipboard.readText();
  const found = [shownLog(), copied].find((text) => text !== undefined && looksLikeLog(text));
  if (found !== undefined) {
    return found;
  }
  const open = { label: "$(go-to-file) Open a File...", run: openedLog };
  const paste = { label: "$(clippy) Paste It...", run: pastedLog };
  const picked = await window.showQuickPick([paste, open], { placeHolder: "The clipboard holds no log that tells of a NaN. Where is it?" });
  return picked?.run();
}

function shownLog(): string | undefined {
  const editor = window.activeTextEditor;
  if (editor === undefined || !LOGS.has(editor.document.languageId)) {
    return undefined;
  }
  return editor.selection.isEmpty ? editor.document.getText() : editor.document.getText(editor.selection);
}

async function openedLog(): Promise<string | undefined> {
  const [file] = (await window.showOpenDialog({ title: "Log of a Training Run", openLabel: FIND })) ?? [];
  return file === undefined ? undefined : logFile(file);
}

/** An input box has one line, and a log has many: an editor is the box. */
async function pastedLog(): Promise<string | undefined> {
  const document: TextDocument = await workspace.openTextDocument({ language: "log", content: "" });
  await window.showTextDocument(document);
  const pressed = await window.showInformationMessage("Paste what your framework printed, traceback and all, into the empty editor.", FIND);
  return pressed === FIND ? document.getText() : undefined;
}

/** What a file holds, where it is no more than a message to the server can carry. */
export async function logFile({ fsPath }: Uri): Promise<string | undefined> {
  try {
    const { size } = await fs.stat(fsPath);
    if (size > MOST_MEGABYTES * 1_000_000) {
      void window.showInformationMessage(`This log has more than ${MOST_MEGABYTES} MB: run \`nanproof trace\` on it in a terminal, which reads it piece by piece.`);
      return undefined;
    }
    return await fs.readFile(fsPath, "utf8");
  } catch (error) {
    void window.showErrorMessage(`The log cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
