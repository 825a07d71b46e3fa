/** Says to the user what keeps nanproof from working, without filling the screen. */

import { commands, env, window, type LogOutputChannel } from "vscode";

const OPEN_SETTINGS = "Open Settings";
const SHOW_LOG = "Show Log";

/** A reporter that shows one message at a time, and none twice while it is still on the screen. */
export function reporter(log: LogOutputChannel): (problem: string) => void {
  let shown: string | undefined;
  return (problem) => {
    log.error(problem);
    if (shown === problem) {
      return;
    }
    shown = problem;
    void window.showErrorMessage(problem, OPEN_SETTINGS, SHOW_LOG).then((choice) => {
      if (shown === problem) {
        shown = undefined;
      }
      if (choice === OPEN_SETTINGS) {
        openSettings();
      }
      if (choice === SHOW_LOG) {
        log.show();
      }
    });
  };
}

function openSettings(): void {
  // In a remote window the user's own settings do not list a path: it belongs to the other machine.
  const command = env.remoteName === undefined ? "openSettings" : "openRemoteSettings";
  void commands.executeCommand(`workbench.action.${command}`, { query: "@id:nanproof.path" });
}
