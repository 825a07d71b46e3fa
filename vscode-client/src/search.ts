/** The commands that find what makes the loss NaN: from a program, and from what a framework printed. */

import fs from "node:fs/promises";
import path from "node:path";
import { commands, env, Uri, window, workspace, type ExtensionContext } from "vscode";
import { namesFile } from "./log";
import { chosenLog, logFile } from "./logs";
import { goTo, isProgram, programAt } from "./places";
import type { Server } from "./server";
import { answerOf } from "./suspects";
import { SuspectsView } from "./suspectsView";
import { nanLinks, terminalText } from "./terminals";

/** What the server is asked, and how the view names it. */
interface Question {
  readonly command: "nanproof.suspects" | "nanproof.trace";
  readonly asked: Readonly<Record<string, string>>;
  readonly about: string;
}

export function registerSearch(context: ExtensionContext, server: Server): void {
  const view = new SuspectsView();
  let last: Question | undefined;

  async function find(question: Question | undefined): Promise<void> {
    if (question !== undefined) {
      last = question;
      await search(question, server, view);
    }
  }

  const registered: Readonly<Record<string, (argument?: unknown) => unknown>> = {
    findNan: async (uri) => find(await fromProgram(uri instanceof Uri ? uri : programAt())),
    findNanFromLog: async (log) => find(fromText(typeof log === "string" ? log : log instanceof Uri ? await logFile(log) : await chosenLog())),
    findNanInTerminal: async () => find(fromText(await terminalText(window.activeTerminal))),
    searchAgain: () => find(last),
    copySuspects: () => env.clipboard.writeText(view.text),
    clearSuspects: () => view.clear(),
    goToSuspect: (stretch) => goTo(stretch as Parameters<typeof goTo>[0]),
  };
  for (const [name, run] of Object.entries(registered)) {
    context.subscriptions.push(commands.registerCommand(`nanproof.${name}`, run));
  }
  const links = nanLinks(async (terminal) => find(fromText(await terminalText(terminal))));
  context.subscriptions.push(view, window.registerTerminalLinkProvider(links));
}

async function search({ command, asked, about }: Question, server: Server, view: SuspectsView): Promise<void> {
  // The server shows that it searches, and there it can be cancelled.
  const said = await server.ask(command, asked);
  if ("problem" in said) {
    void window.showErrorMessage(said.problem);
  } else if (said.value !== undefined) {
    const answer = answerOf(said.value);
    if (answer === undefined) {
      void window.showErrorMessage("The nanproof that runs answers in a way that this extension does not know: use versions that belong together.");
    } else if (answer.failed) {
      void window.showWarningMessage(answer.message);
    } else if (answer.suspects.length === 0) {
      view.clear();
      void window.showInformationMessage(answer.message);
    } else {
      await view.show(answer, about);
    }
  }
}

async function fromProgram(uri: Uri | undefined): Promise<Question | undefined> {
  const entry = uri ?? workspace.workspaceFolders?.[0]?.uri;
  if (entry === undefined) {
    void window.showInformationMessage("Open the script or notebook that trains first.");
    return undefined;
  }
  if (entry.scheme !== "file") {
    void window.showInformationMessage("nanproof follows imports from a file: save this program first.");
    return undefined;
  }
  if (uri !== undefined && !isProgram(uri) && !(await isFolder(uri))) {
    void window.showInformationMessage(`${path.basename(uri.fsPath)} is no Python file: open the script or notebook that trains.`);
    return undefined;
  }
  return { command: "nanproof.suspects", asked: { entry: entry.fsPath }, about: path.basename(entry.fsPath) };
}

async function isFolder(uri: Uri): Promise<boolean> {
  return fs.stat(uri.fsPath).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function fromText(log: string | undefined): Question | undefined {
  if (log === undefined) {
    return undefined;
  }
  if (log.trim() === "") {
    void window.showInformationMessage("There is no log: copy what your framework printed, then try again.");
    return undefined;
  }
  const program = programAt();
  const folder = (program === undefined ? undefined : workspace.getWorkspaceFolder(program)) ?? workspace.workspaceFolders?.[0];
  // What a log names is looked for in the whole project; where it names nothing, it is of the program on the screen.
  const entry = (namesFile(log) ? folder?.uri : program) ?? folder?.uri ?? program;
  return { command: "nanproof.trace", asked: { log, ...(entry?.scheme === "file" ? { entry: entry.fsPath } : {}) }, about: "from a log" };
}
