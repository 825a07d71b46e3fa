/** What Visual Studio Code calls: puts the log, the commands and the server together. */

import { commands, window, workspace, type ExtensionContext } from "vscode";
import { reporter } from "./notice";
import { Server } from "./server";
import { affectsStart } from "./settings";

let server: Server | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel("nanproof", { log: true });
  const running = new Server(log, reporter(log), context.globalStorageUri.fsPath);
  server = running;
  context.subscriptions.push(
    log,
    commands.registerCommand("nanproof.restart", () => running.restart()),
    commands.registerCommand("nanproof.showLog", () => log.show()),
    workspace.onDidChangeConfiguration((change) => {
      if (affectsStart(change)) {
        void running.restart();
      }
    }),
    // What was not started may be now, even if no setting changes with it.
    workspace.onDidGrantWorkspaceTrust(() => running.restart()),
  );
  await running.start();
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
