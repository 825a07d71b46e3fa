/** From a place in the server's answer to the text in the editor. */

import path from "node:path";
import { commands, NotebookCellKind, Position, Range, Uri, window, workspace, type TextDocument } from "vscode";
import { unitsBefore, type Location, type Stretch } from "./suspects";

const NOTEBOOK = ".ipynb";

/** Shows the file, or the cell, and selects what is meant there. */
export async function goTo(stretch: Stretch): Promise<void> {
  const uri = Uri.file(stretch.filename);
  const document = typeof stretch.cell === "number" ? await cellAt(uri, stretch.cell) : await workspace.openTextDocument(uri);
  if (document !== undefined) {
    // A preview: who walks through the suspects wants no tab for each. This command, and no other, finds a cell too.
    await commands.executeCommand("vscode.open", document.uri, { selection: rangeIn(document, stretch), preview: true });
  }
}

/** The path of a file as a person of this workspace names it. */
export function friendly(filename: string): string {
  return workspace.asRelativePath(Uri.file(filename));
}

/** The program of the editor that a person looks at: a file of Python, or a notebook. */
export function programAt(): Uri | undefined {
  const notebook = window.activeNotebookEditor?.notebook;
  const document = window.activeTextEditor?.document;
  return notebook?.uri ?? (document?.languageId === "python" ? document.uri : undefined);
}

/** Whether a file can be asked about. */
export function isProgram(uri: Uri): boolean {
  return [".py", ".pyi", NOTEBOOK].includes(path.extname(uri.fsPath));
}

async function cellAt(uri: Uri, number: number): Promise<TextDocument | undefined> {
  const notebook = await workspace.openNotebookDocument(uri);
  // Only the cells of code are counted, as in what the server says.
  return notebook.getCells().filter(({ kind }) => kind === NotebookCellKind.Code)[number - 1]?.document;
}

/** The place in the text as it is now, which may have changed since the answer. */
function rangeIn(document: TextDocument, { location, end_location: end }: Stretch): Range {
  return document.validateRange(new Range(positionIn(document, location), positionIn(document, end)));
}

function positionIn(document: TextDocument, { row, column }: Location): Position {
  const line = Math.min(row, document.lineCount) - 1;
  return new Position(line, unitsBefore(document.lineAt(line).text, column));
}
