/** Says to the user what keeps nanproof from working, without filling the screen. */

import { commands, env, extensions, Uri, window, type LogOutputChannel } from "vscode";
import type { Problem, Setting } from "./command";

/** What the user is told: a problem of the settings, or one that another start may end. */
export type Told = Problem & { readonly mayRestart?: boolean };

/** Tells the user, once, of what keeps nanproof from working. */
export type Report = (told: Told) => void;

/** A reporter that shows one message at a time, and none twice while it is still on the screen. */
export function reporter(log: LogOutputChannel): Report {
  let shown: string | undefined;
  return (told) => {
    log.error(told.problem);
    if (shown === told.problem) {
      return;
    }
    shown = told.problem;
    const buttons = buttonsOf(told, log);
    void window.showErrorMessage(told.problem, ...Object.keys(buttons)).then((choice) => {
      if (shown === told.problem) {
        shown = undefined;
      }
      void buttons[choice ?? ""]?.();
    });
  };
}

function buttonsOf({ about, missesPython, mayRestart }: Told, log: LogOutputChannel): Readonly<Record<string, () => unknown>> {
  return {
    ...(mayRestart === true ? { "Restart Server": () => commands.executeCommand("nanproof.restart") } : {}),
    ...(missesPython === true ? pythonButtons() : {}),
    ...(about === undefined ? {} : { "Open Settings": () => openSettings(about) }),
    "Show Log": () => log.show(),
  };
}

function pythonButtons(): Readonly<Record<string, () => unknown>> {
  return {
    "Get Python": () => env.openExternal(Uri.parse("https://www.python.org/downloads/")),
    ...(extensions.getExtension("ms-python.python") === undefined
      ? {}
      : { "Select Interpreter": () => commands.executeCommand("python.setInterpreter") }),
  };
}

function openSettings(about: Setting): void {
  // In a remote window the user's own settings do not list a path: it belongs to the other machine.
  const command = env.remoteName === undefined ? "openSettings" : "openRemoteSettings";
  void commands.executeCommand(`workbench.action.${command}`, { query: `@id:nanproof.${about}` });
}
