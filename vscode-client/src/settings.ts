/** What the user has set, read from the editor. */

import os from "node:os";
import { workspace, type ConfigurationChangeEvent } from "vscode";
import type { Result } from "./command";
import { launch, type Launch } from "./launch";

const SECTION = "nanproof";
const PATH = "path";
const TOLD_AT_START = ["fixAll", "workspaceDiagnostics", "inlayHints"] as const;

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

/** What the server is told when it starts, and cannot be told later. */
export function initializationOptions(): Readonly<Record<string, unknown>> {
  const configuration = workspace.getConfiguration(SECTION);
  const told = Object.fromEntries(TOLD_AT_START.map((name) => [name, configuration.get<unknown>(name)]));
  return { ...told, diagnosticsInHover: true }; // this editor shows them there itself
}

/** Whether a change of settings means that the server must be started again. */
export function affectsStart(change: ConfigurationChangeEvent): boolean {
  return [PATH, ...TOLD_AT_START].some((name) => change.affectsConfiguration(`${SECTION}.${name}`));
}

function workspaceFolders(): readonly string[] {
  return (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file").map(({ uri }) => uri.fsPath);
}
