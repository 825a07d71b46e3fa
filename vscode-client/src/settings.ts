/** What the user has set, read from the editor. */

import os from "node:os";
import { workspace, type ConfigurationChangeEvent } from "vscode";
import { serverCommand, type Command, type Result } from "./command";

const SECTION = "nanproof";
const PATH = "path";

/** The command that the settings ask for now. */
export function configuredCommand(): Result<Command> {
  return serverCommand(workspace.getConfiguration(SECTION).get<unknown>(PATH), {
    workspaceFolder: workspaceFolder(),
    userHome: os.homedir(),
    env: process.env,
  });
}

/** Whether a change of settings means that the server must be started in another way. */
export function affectsCommand(change: ConfigurationChangeEvent): boolean {
  return change.affectsConfiguration(`${SECTION}.${PATH}`);
}

/** The first folder of the workspace, on disk. */
export function workspaceFolder(): string | undefined {
  return workspace.workspaceFolders?.find((folder) => folder.uri.scheme === "file")?.uri.fsPath;
}
