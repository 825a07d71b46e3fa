/** The commands that need no server, or more than one answer of it. */

import fs from "node:fs/promises";
import path from "node:path";
import {
  commands,
  languages,
  Uri,
  version,
  window,
  workspace,
  type Diagnostic,
  type ExtensionContext,
  type LogOutputChannel,
  type TextEditor,
} from "vscode";
import { writeBaseline } from "./baseline";
import type { Server } from "./server";

const FIX_ALL = "source.fixAll.nanproof";
const NOTEBOOK_FIX_ALL = `notebook.${FIX_ALL}`;

export function registerCommands(context: ExtensionContext, server: Server, log: LogOutputChannel): void {
  const registered: Readonly<Record<string, (argument?: unknown) => unknown>> = {
    restart: () => server.restart(),
    showLog: () => log.show(),
    fixFile,
    showFinding,
    writeBaseline: (file) => writeBaseline(server, file),
    explainRule: () => explainRule(context),
    openExample: () => openExample(context),
    debugInformation: () => debugInformation(context, server, log),
  };
  for (const [name, run] of Object.entries(registered)) {
    context.subscriptions.push(commands.registerCommand(`nanproof.${name}`, run));
  }
}

function fixFile(): Thenable<unknown> {
  // A notebook's cells are one program, which only its own kind of action mends as a whole.
  const kind = window.activeNotebookEditor === undefined ? FIX_ALL : NOTEBOOK_FIX_ALL;
  return commands.executeCommand("editor.action.codeAction", { kind, apply: "first" });
}

/** The whole report of the finding at the cursor, as the terminal prints it. */
async function showFinding(): Promise<void> {
  const editor = window.activeTextEditor;
  const found = editor === undefined ? undefined : findingAt(editor);
  if (editor === undefined || found === undefined) {
    void window.showInformationMessage("nanproof finds nothing at the cursor: put it into an underlined operation first.");
    return;
  }
  const { line, character } = found.range.start;
  await commands.executeCommand("nanproof.showReport", editor.document.uri.toString(), codeOf(found), line, character);
}

/** The page of a rule: of the finding at the cursor, or of one that is picked. */
async function explainRule(context: ExtensionContext): Promise<void> {
  const folder = Uri.joinPath(context.extensionUri, "bundled", "libs", "nanproof", "pages").fsPath;
  const names = await fs.readdir(folder).catch(() => []);
  const rules = await Promise.all(names.filter((name) => name.endsWith(".md")).map((name) => ruleOf(path.join(folder, name))));
  const found = window.activeTextEditor === undefined ? undefined : findingAt(window.activeTextEditor);
  const here = rules.find(({ label }) => found !== undefined && label.startsWith(codeOf(found)));
  const sorted = rules.sort((one, other) => one.label.localeCompare(other.label));
  const picked = here ?? (await window.showQuickPick(sorted, { placeHolder: "Rule to explain" }));
  if (picked !== undefined) {
    await commands.executeCommand("markdown.showPreview", Uri.file(picked.file));
  }
}

async function ruleOf(file: string): Promise<{ label: string; file: string }> {
  const [heading = ""] = (await fs.readFile(file, "utf8")).split("\n");
  return { label: heading.replace(/^# (\S+) \((\S+)\)$/, "$2 $1"), file };
}

/** A program with a real fault, in which a new user sees what nanproof does. */
async function openExample(context: ExtensionContext): Promise<void> {
  const content = await fs.readFile(Uri.joinPath(context.extensionUri, "walkthrough", "example.py").fsPath, "utf8");
  await window.showTextDocument(await workspace.openTextDocument({ language: "python", content }));
}

async function debugInformation(context: ExtensionContext, server: Server, log: LogOutputChannel): Promise<string> {
  const written = JSON.stringify(workspace.getConfiguration("nanproof"));
  const { version: own } = context.extension.packageJSON as { version: string };
  const text = `extension ${own}, VS Code ${version}, ${process.platform} ${process.arch}\nsettings: ${written}\n${await server.described()}`;
  log.info(text);
  log.show();
  return text;
}

function findingAt({ document, selection }: TextEditor): Diagnostic | undefined {
  const ours = languages.getDiagnostics(document.uri).filter(({ source }) => source === "nanproof");
  return ours.find(({ range }) => range.contains(selection.active));
}

/** `code` is an object when the diagnostic has a link. */
function codeOf({ code }: Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}
