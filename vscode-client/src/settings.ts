/** What the user has set, read from the editor. */

import os from "node:os";
import { Uri, workspace, type ConfigurationChangeEvent, type ConfigurationScope, type ExtensionContext } from "vscode";
import type { Surroundings } from "./launch";
import type { Wishes } from "./resolution";

const SECTION = "nanproof";
const TOLD_AT_START = ["fixAll", "workspaceDiagnostics", "inlayHints"] as const;
const DECIDES_START = ["enable", "path", "interpreter", "importStrategy", ...TOLD_AT_START] as const;

/** Whether nanproof is to run at all. */
export function isEnabled(): boolean {
  return workspace.getConfiguration(SECTION).get<boolean>("enable") !== false;
}

/** What the settings ask to be started. */
export function wishes(chosen: string | undefined, context: ExtensionContext): Wishes {
  const configuration = workspace.getConfiguration(SECTION);
  return {
    path: configuration.get<unknown>("path"),
    interpreter: configuration.get<unknown>("interpreter"),
    importStrategy: configuration.get<unknown>("importStrategy") === "fromEnvironment" ? "fromEnvironment" : "useBundled",
    chosen,
    bundled: Uri.joinPath(context.extensionUri, "bundled").fsPath,
  };
}

export function surroundings(storage: string): Surroundings {
  return {
    workspaceFolders: workspaceFolders(),
    trusted: workspace.isTrusted,
    storage,
    userHome: os.homedir(),
    env: process.env,
    platform: process.platform,
  };
}

/** What the server is told when it starts, and cannot be told later, beside what was set. */
export function initializationOptions(context: ExtensionContext): Readonly<Record<string, unknown>> {
  const configuration = workspace.getConfiguration(SECTION);
  const told = Object.fromEntries(TOLD_AT_START.map((name) => [name, configuration.get<unknown>(name)]));
  return { ...told, ...setForServer(undefined, context), diagnosticsInHover: true }; // this editor shows them there itself
}

/**
 * What is set of that which a configuration file may set too; null where nothing is.
 *
 * The editor's answer would hold the defaults as well, and these would count before the project's own file.
 */
export function setForServer(scope: ConfigurationScope | undefined, context: ExtensionContext): Readonly<Record<string, unknown>> {
  const configuration = workspace.getConfiguration(SECTION, scope ?? null);
  return Object.fromEntries(serverKeys(context).map((name) => [name, isSet(name) ? configuration.get<unknown>(name) : null]));

  function isSet(name: string): boolean {
    const { globalValue, workspaceValue, workspaceFolderValue } = configuration.inspect(name) ?? {};
    return [globalValue, workspaceValue, workspaceFolderValue].some((value) => value !== undefined && value !== null);
  }
}

/** Whether a change of settings may mean that the server must be started again. */
export function affectsStart(change: ConfigurationChangeEvent): boolean {
  return DECIDES_START.some((name) => change.affectsConfiguration(`${SECTION}.${name}`));
}

interface Manifest {
  readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope?: string }>> } };
}

/** The settings that are the server's: those that each folder may have for itself. */
function serverKeys(context: ExtensionContext): readonly string[] {
  const { contributes } = context.extension.packageJSON as Manifest;
  const own = Object.entries(contributes.configuration.properties).filter(([, { scope }]) => scope === "resource");
  return own.map(([name]) => name.slice(SECTION.length + 1));
}

function workspaceFolders(): readonly string[] {
  return (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file").map(({ uri }) => uri.fsPath);
}
