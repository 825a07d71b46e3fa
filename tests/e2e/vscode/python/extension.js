// Offers what nanproof asks Microsoft's Python extension for: which Python is chosen, and when that changes.
// The command `python.choose` takes the place of the person who chooses one.

const vscode = require("vscode");

exports.activate = function ({ subscriptions }) {
  const changed = new vscode.EventEmitter();
  let chosen;
  subscriptions.push(
    vscode.commands.registerCommand("python.choose", (file) => {
      chosen = file;
      changed.fire({ path: file });
    }),
  );
  return {
    environments: {
      getActiveEnvironmentPath: () => ({ path: chosen }),
      resolveEnvironment: async ({ path }) => path && { executable: { uri: vscode.Uri.file(path) } },
      onDidChangeActiveEnvironmentPath: changed.event,
    },
  };
};
