/** What Visual Studio Code calls: puts the log, the commands and the server together. */

import { window, workspace, type ExtensionContext } from "vscode";
import { registerCommands } from "./commands";
import { onDidChangePython } from "./environments";
import { reporter } from "./notice";
import { registerSearch } from "./search";
import { Server } from "./server";
import { affectsStart } from "./settings";
import { Status } from "./status";

let server: Server | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel("nanproof", { log: true });
  const status = new Status();
  const running = new Server(log, reporter(log), status, context);
  server = running;
  context.subscriptions.push(
    log,
    status,
    workspace.onDidChangeConfiguration((change) => {
      if (affectsStart(change)) {
        void running.update();
      }
    }),
    // What was not started may be now, even if no setting changes with it.
    workspace.onDidGrantWorkspaceTrust(() => running.update()),
  );
  registerCommands(context, running, log);
  registerSearch(context, running);
  await running.update();
  context.subscriptions.push(onDidChangePython(() => void running.update()));
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
