// Runs inside the extension host: opens every Python file of the workspace as a user would, follows nanproof's
// advice through VS Code's own commands, and writes what it saw of FILE.py to FILE.py.json.

const fs = require("node:fs/promises");
const path = require("node:path");
const vscode = require("vscode");

// The first answer waits for the extension, Python and the server to start, on a busy machine.
const PATIENCE_MS = 60_000;
const UNMASKED = "import torch\np = torch.softmax(z, 0)\nloss = -torch.log(p)\n";

/** Called by VS Code; a rejection is a failed run. */
exports.run = async function () {
  const folder = vscode.workspace.workspaceFolders[0].uri.fsPath;
  const names = (await fs.readdir(folder)).filter((name) => name.endsWith(".py")).sort();
  const content = (await vscode.workspace.openTextDocument(vscode.Uri.file(path.join(folder, names[0])))).getText();
  for (const name of names) {
    const file = path.join(folder, name);
    await record(file, () => mend(vscode.Uri.file(file)));
  }
  await record(path.join(folder, "notebook"), () => notebook(vscode.Uri.file(path.join(folder, "book.ipynb"))));
  await record(path.join(folder, "untitled"), () => untitled(content));
  await record(path.join(folder, "restart"), restart);
  await record(path.join(folder, "settings"), () => settings(vscode.Uri.file(path.join(folder, "settings.py")), content));
  await record(path.join(folder, "killed"), killed);
  await record(path.join(folder, "commands"), commands);
  await record(path.join(folder, "fixed"), () => fixedNotebook(vscode.Uri.file(path.join(folder, "other.ipynb"))));
  await record(path.join(folder, "baseline"), () => baseline(vscode.Uri.file(path.join(folder, "known.json")), vscode.Uri.file(path.join(folder, "settings.py"))));
  await record(path.join(folder, "suspects"), () => suspects(path.join(folder, "project")));
  await record(path.join(folder, "traced"), () => traced(path.join(folder, "project", "train.log")));
  await record(path.join(folder, "notebook-suspects"), () => notebookSuspects(vscode.Uri.file(path.join(folder, "train.ipynb"))));
  await record(path.join(folder, "restarts"), restarts);
  await record(path.join(folder, "chosen"), chosenPython);
};

/** One case must not hide the others: its failure is written down in its own file. */
async function record(file, action) {
  let seen;
  try {
    seen = await action();
  } catch (problem) {
    seen = { problem: String(problem.stack ?? problem) };
  }
  await fs.writeFile(`${file}.json`, JSON.stringify(seen));
}

async function mend(uri) {
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  const diagnostic = await until("NAN101", () => nan101(uri));
  const opened = codes(uri);

  const line = editor.document.lineAt(diagnostic.range.start.line).text;
  const at = new vscode.Position(diagnostic.range.start.line, line.indexOf("log(", diagnostic.range.start.character));
  // A server that computes something else keeps nobody waiting: it says nothing, and is asked again.
  const hover = await until("a hover", async () => {
    const hovers = await vscode.commands.executeCommand("vscode.executeHoverProvider", uri, at);
    return hovers.flatMap(({ contents }) => contents.map((part) => part.value ?? part)).join("\n");
  });

  const offered = await vscode.commands.executeCommand("vscode.executeCodeActionProvider", uri, diagnostic.range, "quickfix", 9);
  const preferred = offered.find((action) => action.isPreferred);
  if (preferred === undefined) {
    throw new Error(`no action is preferred: ${offered.map(({ title }) => title).join("; ")}`);
  }

  // Not by "editor.action.autoFix": the light bulb's own request, 250 ms after the cursor moved, cancels it.
  if (!(await vscode.workspace.applyEdit(preferred.edit))) {
    throw new Error("VS Code refused the edit of the preferred action");
  }
  await until("silence after the fix", () => nan101(uri) === undefined);
  await editor.document.save();
  const mended = codes(uri);

  await vscode.commands.executeCommand("undo");
  await until("NAN101 after undo", () => nan101(uri));
  const undone = codes(uri);
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  return { opened, hover, actions: offered.map(({ title }) => title), applied: preferred.title, mended, undone };
}

/** Python text that was never saved, with its finding, and with a comment that silences it. */
async function untitled(content) {
  const document = await vscode.workspace.openTextDocument({ language: "python", content });
  await vscode.window.showTextDocument(document);
  const found = await until("NAN101 in an untitled document", () => nan101(document.uri));
  const opened = codes(document.uri);
  const offered = await vscode.commands.executeCommand("vscode.executeCodeActionProvider", document.uri, found.range, "quickfix", 9);
  await vscode.workspace.applyEdit(offered.find(({ title }) => title.startsWith("Suppress")).edit);
  await until("silence by a comment", () => nan101(document.uri) === undefined);
  const silenced = document.getText();
  await vscode.commands.executeCommand("undo");
  await until("NAN101 after undo", () => nan101(document.uri));
  return { opened, silenced };
}

/** Cells of a notebook are one program: what one of them makes is told in another, and mended there. */
async function notebook(uri) {
  const opened = await vscode.workspace.openNotebookDocument(uri);
  await vscode.window.showNotebookDocument(opened);
  const [, loss] = opened.getCells().map(({ document }) => document);
  const diagnostic = await until("NAN101 in a cell", () => nan101(loss.uri));
  const seen = codes(loss.uri);
  const offered = await vscode.commands.executeCommand("vscode.executeCodeActionProvider", loss.uri, diagnostic.range, "quickfix", 9);
  await vscode.workspace.applyEdit(offered.find((action) => action.isPreferred).edit);
  await until("silence after the fix", () => nan101(loss.uri) === undefined);
  return { opened: seen, text: loss.getText() };
}

/** The server started again shows its findings again. */
async function restart() {
  const uri = vscode.window.activeTextEditor.document.uri;
  const before = nan101(uri);
  await vscode.commands.executeCommand("nanproof.restart");
  await until("NAN101 of the new server", () => nan101(uri) !== undefined && nan101(uri) !== before);
  return { opened: codes(uri) };
}

/** What the project's file says counts, then what the editor sets before it, then the file's again. */
async function settings(uri, content) {
  await vscode.workspace.fs.writeFile(uri, Buffer.from(content));
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  await until("NAN101", () => nan101(uri));
  const configuration = vscode.workspace.getConfiguration("nanproof");
  const file = vscode.Uri.file(path.join(path.dirname(uri.fsPath), "nanproof.toml"));
  await vscode.workspace.fs.writeFile(file, Buffer.from('level = "error"\n'));
  await until("silence by the file", () => shown(uri).length === 0);
  const byFile = codes(uri);
  await configuration.update("level", "hint", vscode.ConfigurationTarget.Workspace);
  await until("NAN101 by the editor", () => nan101(uri));
  await configuration.update("ignore", ["NAN1"], vscode.ConfigurationTarget.Workspace);
  await until("silence by the editor", () => nan101(uri) === undefined);
  const ignored = codes(uri).filter((code) => code.startsWith("NAN1"));
  await configuration.update("ignore", undefined, vscode.ConfigurationTarget.Workspace);
  await configuration.update("level", undefined, vscode.ConfigurationTarget.Workspace);
  await vscode.workspace.fs.delete(file);
  await until("NAN101 again", () => nan101(editor.document.uri));
  return { byFile, ignored, restored: codes(uri) };
}

/** A server that dies is started again, and looks again at what is open. */
async function killed() {
  const uri = vscode.window.activeTextEditor.document.uri;
  const before = await serverProcess();
  process.kill(Number(before), "SIGKILL");
  const after = await until("another server", async () => {
    const now = await serverProcess().catch(() => undefined);
    return now !== before && now;
  });
  await until("NAN101 of the new server", () => nan101(uri));
  return { before, after, codes: codes(uri) };
}

/** The process of the one server that was started from the extension's folder by this extension host. */
async function serverProcess() {
  const numbers = (await fs.readdir("/proc")).filter((name) => /^\d+$/.test(name));
  for (const number of numbers) {
    const read = (name) => fs.readFile(`/proc/${number}/${name}`, "utf8").catch(() => "");
    const [command, status] = [await read("cmdline"), await read("status")];
    if (command.includes("start.py\0useBundled\0server") && status.includes(`PPid:\t${process.pid}\n`)) {
      return number;
    }
  }
  return undefined;
}

async function commands() {
  const { document } = vscode.window.activeTextEditor;
  const found = await until("NAN101", () => nan101(document.uri));
  vscode.window.activeTextEditor.selection = new vscode.Selection(found.range.start, found.range.start);
  await vscode.commands.executeCommand("nanproof.showFinding");
  const report = await until("the report", () => {
    const active = vscode.window.activeTextEditor?.document;
    return active !== undefined && active.uri.toString() !== document.uri.toString() && active.getText();
  });
  await vscode.window.showTextDocument(document);
  vscode.window.activeTextEditor.selection = new vscode.Selection(found.range.start, found.range.start);
  await vscode.commands.executeCommand("nanproof.explainRule");
  const page = await until("the rule's page", () => {
    const { label, input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
    return input instanceof vscode.TabInputWebview && label;
  });
  await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand("nanproof.fixFile");
  const fixed = await until("the fixes", () => nan101(document.uri) === undefined && document.getText());
  await vscode.commands.executeCommand("nanproof.openExample");
  const example = vscode.window.activeTextEditor.document;
  await until("NAN101 in the example", () => nan101(example.uri));
  const information = await vscode.commands.executeCommand("nanproof.debugInformation");
  return { report, page, fixed, example: codes(example.uri), information };
}

/** All fixes of all cells, by the command. */
async function fixedNotebook(uri) {
  const opened = await vscode.workspace.openNotebookDocument(uri);
  await vscode.window.showNotebookDocument(opened);
  const [, loss] = opened.getCells().map(({ document }) => document);
  await until("NAN101 in a cell", () => nan101(loss.uri));
  await vscode.commands.executeCommand("nanproof.fixFile");
  await until("silence after the fixes", () => nan101(loss.uri) === undefined);
  return { cells: opened.getCells().map(({ document }) => document.getText()) };
}

/** What is written down as known is silent from then on, in what is open too. */
async function baseline(uri, file) {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
  await vscode.commands.executeCommand("workbench.action.files.revert");
  await until("NAN101", () => nan101(file));
  // The command waits for the person who reads what it says; the file is there before.
  void vscode.commands.executeCommand("nanproof.writeBaseline", uri);
  const written = await until("the baseline", () => fs.readFile(uri.fsPath, "utf8").catch(() => undefined));
  await until("silence of what is known", () => shown(file).length === 0);
  const configuration = vscode.workspace.getConfiguration("nanproof", file);
  const set = configuration.get("baseline");
  await configuration.update("baseline", undefined, vscode.ConfigurationTarget.WorkspaceFolder);
  await until("NAN101 again", () => nan101(file));
  return { files: Object.keys(JSON.parse(written).files), set };
}

/** What makes the loss NaN, from the script on the screen; and what stands where the rows of the view lead to. */
async function suspects(folder) {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(vscode.Uri.file(path.join(folder, "train.py"))));
  await vscode.commands.executeCommand("nanproof.findNan");
  const text = await shownSuspects();
  const likeliest = await pressed();
  await vscode.commands.executeCommand("nanproof.suspects.focus");
  await vscode.commands.executeCommand("list.focusDown");
  const reason = await pressed();
  // Once more, after they were cleared and the view was closed.
  await vscode.commands.executeCommand("nanproof.clearSuspects");
  await vscode.commands.executeCommand("workbench.action.closePanel");
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  return { text, likeliest, reason };
}

/** The same from a log: given, on the clipboard, on the screen, in a file, and printed in a terminal. */
async function traced(file) {
  const log = await fs.readFile(file, "utf8");
  await vscode.commands.executeCommand("nanproof.findNanFromLog", log);
  const given = await shownSuspects();
  const place = await pressed();
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");

  await vscode.env.clipboard.writeText(log);
  await vscode.commands.executeCommand("nanproof.findNanFromLog");
  const copied = await shownSuspects();

  await vscode.env.clipboard.writeText("");
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(vscode.Uri.file(file)));
  await vscode.commands.executeCommand("nanproof.findNanFromLog");
  const onScreen = await shownSuspects();
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");

  await vscode.commands.executeCommand("nanproof.findNanFromLog", vscode.Uri.file(file));
  const inFile = await shownSuspects();

  await vscode.env.clipboard.writeText("kept");
  const terminal = vscode.window.createTerminal({ name: "training", shellPath: "/bin/cat", shellArgs: [file, "-"] });
  terminal.show();
  await terminal.processId;
  // What a program prints stands on the screen a moment later.
  const inTerminal = await until("suspects of what the terminal shows", async () => {
    await vscode.commands.executeCommand("nanproof.clearSuspects");
    await vscode.commands.executeCommand("nanproof.findNanInTerminal");
    const kept = await vscode.env.clipboard.readText();
    const text = await shownSuspects();
    await vscode.env.clipboard.writeText("kept");
    return text.includes("LogBackward0") && { text, kept };
  });
  terminal.dispose();
  return { given, place, copied, onScreen, inFile, inTerminal };
}

/** A suspect in a notebook leads to its cell. */
async function notebookSuspects(uri) {
  await vscode.window.showNotebookDocument(await vscode.workspace.openNotebookDocument(uri));
  await vscode.commands.executeCommand("nanproof.findNan");
  const text = await shownSuspects();
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  return { text, likeliest: await pressed() };
}

/** What the view holds, as it goes to the clipboard. */
async function shownSuspects() {
  await vscode.commands.executeCommand("nanproof.copySuspects");
  return vscode.env.clipboard.readText();
}

/** What is selected once the focused row of the view is pressed. */
async function pressed() {
  const editor = vscode.window.visibleTextEditors.find((each) => each === vscode.window.activeTextEditor);
  if (editor !== undefined) {
    editor.selection = new vscode.Selection(0, 0, 0, 0);
  }
  await vscode.commands.executeCommand("nanproof.suspects.focus");
  return until("a selection", async () => {
    await vscode.commands.executeCommand("list.select");
    const { document, selection } = vscode.window.activeTextEditor ?? {};
    return selection?.isEmpty === false && `${path.basename(document.uri.fsPath)}: ${document.getText(selection)}`;
  });
}

/** Which settings start the server again: those that another start needs, and no others. */
async function restarts() {
  const configuration = vscode.workspace.getConfiguration("nanproof");
  const set = (name, value) => configuration.update(name, value, vscode.ConfigurationTarget.Workspace);
  const document = await vscode.workspace.openTextDocument({ language: "python", content: UNMASKED });
  await vscode.window.showTextDocument(document);
  await until("NAN101", () => nan101(document.uri));
  const first = await serverProcess();
  await set("ignore", ["NAN101"]);
  await until("silence", () => nan101(document.uri) === undefined);
  const ignored = await serverProcess();
  await set("ignore", undefined);
  await until("NAN101 again", () => nan101(document.uri));
  await set("inlayHints", true);
  const hinted = await until("another server", async () => {
    const now = await serverProcess();
    return now !== first && now;
  });
  await until("NAN101 of the server with hints", () => nan101(document.uri));
  await set("enable", false);
  await until("no server", async () => (await serverProcess()) === undefined && shown(document.uri).length === 0);
  await set("enable", undefined);
  await set("inlayHints", undefined);
  await until("NAN101 of the server that is on again", () => nan101(document.uri));
  return { first, ignored, hinted };
}

/** The Python that is chosen in the Python extension runs the server; chosen again, it changes nothing. */
async function chosenPython() {
  const { document } = vscode.window.activeTextEditor;
  const file = process.env.NANPROOF_E2E_OTHER_PYTHON;
  const before = await serverProcess();
  await vscode.commands.executeCommand("python.choose", file);
  const after = await until("the server on the chosen Python", async () => {
    const now = await serverProcess();
    return now !== before && now;
  });
  await until("NAN101 of it", () => nan101(document.uri));
  const command = await fs.readFile(`/proc/${after}/cmdline`, "utf8");
  await vscode.commands.executeCommand("python.choose", file);
  // What is asked of the server waits for what the choice may have begun.
  await vscode.commands.executeCommand("nanproof.debugInformation");
  return { program: command.split("\0")[0], after, again: await serverProcess() };
}

function shown(uri) {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "nanproof");
}

/** `code` is an object when the diagnostic has a link. */
function codeOf({ code }) {
  return String(code?.value ?? code);
}

function codes(uri) {
  return shown(uri).map(codeOf);
}

function nan101(uri) {
  return shown(uri).find((diagnostic) => codeOf(diagnostic) === "NAN101");
}

async function until(what, condition) {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const result = await condition();
    if (result) {
      return result;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { activeTextEditor: active, activeNotebookEditor: book, visibleTextEditors: visible } = vscode.window;
  const state = { active: active?.document.uri, selection: active?.selection, book: book?.notebook.uri, visible: visible.map(({ document }) => document.uri) };
  throw new Error(`waited in vain for ${what}: ${JSON.stringify(state)}`);
}
