/** The command that writes down what a project lives with for now, so that only what is new is shown. */

import path from "node:path";
import { commands, ConfigurationTarget, ProgressLocation, Uri, window, workspace } from "vscode";
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
      return server.run(["check", "--level", "hint", "--write-baseline", file.fsPath, folder.fsPath], stop.signal);
    },
  );
  if (stop.signal.aborted) {
    return;
  }
  if ("problem" in done) {
    void window.showErrorMessage(`There is no baseline: ${done.problem}`);
    return;
  }
  await useHere(folder, file);
  const use = `nanproof check --baseline ${path.basename(file.fsPath)}`;
  const pressed = await window.showInformationMessage(`${done.value}. Only what is new is shown from now on; in the terminal by \`${use}\`.`, OPEN);
  if (pressed === OPEN) {
    await commands.executeCommand("vscode.open", file);
  }
}

/** Has the editor live with what was written, if the server may read it: what is set leads nowhere but below the folder. */
async function useHere(folder: Uri, file: Uri): Promise<void> {
  const relative = path.relative(folder.fsPath, file.fsPath);
  if (relative.startsWith("..") || path.isAbsolute(relative)) {
    return;
  }
  const configuration = workspace.getConfiguration("nanproof", folder);
  await configuration.update("baseline", relative.split(path.sep).join("/"), ConfigurationTarget.WorkspaceFolder);
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
