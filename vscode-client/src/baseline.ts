/** The command that writes down what a project lives with for now, so that checks report only what is new. */

import path from "node:path";
import { commands, ProgressLocation, Uri, window, workspace } from "vscode";
import type { Server } from "./server";

const NAME = "nanproof-baseline.json";
const OPEN = "Open";

/** Writes the baseline of a folder to a file, which a person names unless a program has. */
export async function writeBaseline(server: Server, named: unknown): Promise<void> {
  const folder = await chosenFolder(named);
  const file = folder === undefined || named instanceof Uri ? named : await askedFile(folder);
  if (folder === undefined || !(file instanceof Uri)) {
    return;
  }
  const stop = new AbortController();
  const done = await window.withProgress(
    { location: ProgressLocation.Notification, title: "nanproof writes a baseline", cancellable: true },
    (_progress, cancelled) => {
      cancelled.onCancellationRequested(() => stop.abort());
      return server.run(["check", "--write-baseline", file.fsPath, folder.fsPath], stop.signal);
    },
  );
  if (stop.signal.aborted) {
    return;
  }
  if ("problem" in done) {
    void window.showErrorMessage(`There is no baseline: ${done.problem}`);
    return;
  }
  const use = `nanproof check --baseline ${path.basename(file.fsPath)}`;
  const pressed = await window.showInformationMessage(`${done.value}. \`${use}\` reports what is new.`, OPEN);
  if (pressed === OPEN) {
    await commands.executeCommand("vscode.open", file);
  }
}

async function chosenFolder(named: unknown): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    void window.showInformationMessage("A baseline is of a folder: open one first.");
    return undefined;
  }
  if (named instanceof Uri) {
    return (workspace.getWorkspaceFolder(named) ?? folders[0])?.uri;
  }
  return folders.length === 1 ? folders[0]?.uri : (await window.showWorkspaceFolderPick({ placeHolder: "Folder of the baseline" }))?.uri;
}

function askedFile(folder: Uri): Thenable<Uri | undefined> {
  return window.showSaveDialog({ defaultUri: Uri.joinPath(folder, NAME), filters: { JSON: ["json"] }, title: "Write Baseline" });
}
