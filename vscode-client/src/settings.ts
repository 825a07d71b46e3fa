/** What the user has set, read from the editor. */

import os from "node:os";
import { workspace, type ConfigurationChangeEvent } from "vscode";
import type { Result } from "./command";
import { launch, type Launch } from "./launch";

const SECTION = "nanproof";
const PATH = "path";

/** What the settings ask to be started now, in a folder of the extension's own. */
export function configuredLaunch(storage: string): Result<Launch> {
  return launch(workspace.getConfiguration(SECTION).get<unknown>(PATH), {
    workspaceFolders: workspaceFolders(),
    trusted: workspace.isTrusted,
    storage,
    userHome: os.homedir(),
    env: process.env,
    platform: process.platform,
  });
}

/** Whether a change of settings means that the server must be started in another way. */
export function affectsCommand(change: ConfigurationChangeEvent): boolean {
  return change.affectsConfiguration(`${SECTION}.${PATH}`);
}

function workspaceFolders(): readonly string[] {
  return (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file").map(({ uri }) => uri.fsPath);
}
